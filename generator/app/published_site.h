#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "file_comparison.h"
#include "passage.h"
#include "publish_target.h"
#include "rendered_site.h"
#include "result.h"

namespace opsg::app {

/// What a release shows, as far as releases are compared.
struct PublishedSite {
  std::string audience;
  std::string manifest_sha256;  ///< Of its manifest's text.
  std::vector<Passage> passages;
  std::vector<comparison::FileDigest> files;  ///< Sorted by path; without the manifest.
};

/// The file of a published site at a path below its root; nothing where there is none.
using PublishedFile = std::function<Result<std::optional<std::string>>(const std::string& path)>;

/// Those of a folder. The site names its files by paths of its own, so that there is no way out.
PublishedFile files_of_folder(std::filesystem::path folder);

/// Those of what a target, which must outlive it, serves now.
PublishedFile files_of_target(publishing::PublishTarget& target);

/// Nothing where no site is there: there is no manifest. A failure where the manifest is damaged,
/// the list of passages is missing, damaged or another than the manifest says, or reading fails;
/// it says what to do.
Result<std::optional<PublishedSite>> read_published_site(const PublishedFile& read);

/// The same of a site that was just rendered.
Result<PublishedSite> published_site(const RenderedSite& site);

}  // namespace opsg::app
