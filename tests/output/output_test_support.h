#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "in_child.h"
#include "rendered_site.h"
#include "swap.h"
#include "temp_folder.h"

namespace opsg::restricted {

/// Stands in for the real auditor, which no test of the output links.
class Auditor {
 public:
  static AuditedSite pass(RenderedSite site) {
    return AuditedSite(PassKey<Auditor>(), std::move(site));
  }
};

}  // namespace opsg::restricted

namespace opsg::testing {

/// Bytes by path.
using Files = std::map<std::string, std::string>;

/// A site, and what becomes of it: one page changes, one stays, one goes.
inline const Files kOld = {
    {"index.html", "old"}, {"a/index.html", "the same"}, {"gone.html", "amber"}};
inline const Files kNew = {{"index.html", "new"}, {"a/index.html", "the same"}};

AuditedSite audited(const Files& files, std::string audience = "public");

/// Every file below a folder but the manifest; symbolic links and the like have "(special)".
Files files_in(const std::filesystem::path& folder);

void write(const std::filesystem::path& path, std::string_view bytes);

/// A site's folder with content/ and themes/, whose output folder is public/.
class OutputSite {
 public:
  OutputSite();
  explicit OutputSite(std::filesystem::path root);

  output::Outcome<output::SwapReport> publish(const Files& files,
                                              std::string audience = "public") const;
  /// "refused: ..." or "failed: ..." with the temporary folder's path as "SITE"; "" where it works.
  std::string error_of_publishing(const Files& files, std::string audience = "public") const;
  std::string error_of(const output::OutputError& error) const;

  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path folder() const { return root_ / "public"; }
  std::filesystem::path standby() const { return root_ / ".public.opsg-standby"; }
  output::OutputTarget target() const;

 private:
  std::shared_ptr<TempFolder> temporary_;
  std::filesystem::path root_;
};

/// From here on renameat2 cannot exchange two folders in this process, as on NFS. False where the
/// system has no seccomp filters.
bool forbid_exchange();

}  // namespace opsg::testing
