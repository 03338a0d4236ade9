#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "rendered_site.h"

namespace opsg::preview {

/// What came of making the late files.
struct LateBuild {
  std::vector<RenderedFile> files;  ///< Sorted by path.
  std::string failure;              ///< In words, why some or all are missing; empty: none is.
};

/// Files that are made when the first of them is asked for. Whoever writes looks at pages: an index
/// for the search takes longer than all of these together, and data files as long.
struct LateFiles {
  std::vector<std::string> paths;  ///< Sorted.
  std::string folder;              ///< And what stands below it: "pagefind/". Empty: nothing.
  std::function<LateBuild()> make;

  bool may_hold(std::string_view path) const;
};

/// One audience's site as it is served, out of memory. Does not change; any thread may read it.
class PreviewSite {
 public:
  explicit PreviewSite(AuditedSite site, LateFiles late = {});

  /// A site that shows what its audience is not shown, and so passed no audit.
  static std::shared_ptr<const PreviewSite> for_editor(RenderedSite site, LateFiles late = {});

  /// The file at a path below the site, or null. The first question for a late file makes them
  /// all, whoever else asks for one waits.
  const RenderedFile* find(std::string_view path) const;

  /// Why there is no late file at the path; empty where there is one, or never would be any.
  std::string failure_of(std::string_view path) const;

  const std::vector<RenderedFile>& files() const { return site_.files; }

 private:
  PreviewSite(RenderedSite site, LateFiles late);
  const LateBuild& late_build() const;

  RenderedSite site_;
  LateFiles late_;
  mutable std::once_flag late_is_made_;
  mutable LateBuild late_build_;
};

/// How many pages are new, gone or other than before. `before` may be null.
std::size_t count_changed_pages(const PreviewSite* before, const PreviewSite& after);

/// A short name for these bytes: other bytes have another one (FNV-1a, 64 bits, in hexadecimal).
std::string fingerprint(std::string_view bytes);

}  // namespace opsg::preview
