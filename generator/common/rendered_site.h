#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pass_key.h"

namespace opsg {

namespace restricted {
class Auditor;
}

struct RenderedFile {
  std::string path;   ///< Below the output folder, '/' between parts, no leading '/'.
  std::string bytes;
};

/// The output of one audience, sorted by path, each path once.
struct RenderedSite {
  std::string audience;
  std::vector<RenderedFile> files;
  /// Paths of the files that the whole site has besides, where not all of it was asked for.
  std::vector<std::string> left_out = {};
};

/// A rendered site in which the auditor found nothing withheld. The only thing that `output`
/// writes, and only the auditor can make one.
class AuditedSite {
 public:
  AuditedSite(PassKey<restricted::Auditor>, RenderedSite site) : site_(std::move(site)) {}

  const RenderedSite& operator*() const { return site_; }
  const RenderedSite* operator->() const { return &site_; }
  RenderedSite take() && { return std::move(site_); }

 private:
  RenderedSite site_;
};

}  // namespace opsg
