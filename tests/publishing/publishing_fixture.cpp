#include "publishing_fixture.h"

#include <algorithm>
#include <utility>

#include "carried_assets.h"
#include "output_place.h"

namespace opsg::testing {
namespace {

namespace fs = std::filesystem;
using publishing::Published;
using publishing::PublishReport;

std::string name_of(publishing::PublishErrorKind kind) {
  switch (kind) {
    case publishing::PublishErrorKind::refused:
      return "refused: ";
    case publishing::PublishErrorKind::unverified:
      return "unverified: ";
    case publishing::PublishErrorKind::failed:
      return "failed: ";
  }
  return "?";
}

Published<PublishReport> publish_to(publishing::PublishTarget& target,
                                    const output::OutputTarget& built, const Files& files,
                                    const std::string& audience,
                                    const publishing::PublishRequest& request) {
  const AuditedSite site = audited(files, audience);
  if (auto swapped = output::swap_in(site, built); !swapped) {
    return tl::unexpected(publishing::PublishError(swapped.error()));
  }
  const auto place = output::resolve_place(built);
  if (!place) return tl::unexpected(publishing::PublishError(place.error()));
  const auto stage = publishing::ReleaseStage::open(*place);
  if (!stage) return tl::unexpected(stage.error());
  const auto manifest = target.read(std::string(output::kManifestName));
  if (!manifest) return tl::unexpected(manifest.error());
  const auto published =
      output::parse_manifest(manifest->value_or("")).value_or(output::Manifest{});
  const auto carried =
      publishing::fetch_carried_assets(target, published, output::make_manifest(*site));
  if (!carried) return tl::unexpected(carried.error());
  const auto release = stage->put_together(*carried);
  if (!release) return tl::unexpected(release.error());
  return target.publish(*release, request);
}

}  // namespace

PublishedSite::PublishedSite(std::size_t keep, std::string audience)
    : keep_(keep), audience_(std::move(audience)) {}

PublishedSite::PublishedSite(fs::path root, std::size_t keep)
    : site_(std::move(root)), keep_(keep), audience_("public") {}

publishing::DirectoryTarget PublishedSite::target() const {
  return {www(), audience_, keep_};
}

std::string PublishedSite::publish(const Files& files, const publishing::PublishRequest& request) {
  publishing::DirectoryTarget to = target();
  output::OutputTarget built = site_.target();
  built.folder = root() / audience_;
  auto report = publish_to(to, built, files, audience_, request);
  if (!report) return error_of(report.error());
  report_ = std::move(*report);
  return {};
}

std::string PublishedSite::error_of(const publishing::PublishError& error) const {
  std::string text = name_of(error.kind) + error.message;
  const std::string path = root().string();
  for (auto at = text.find(path); at != std::string::npos; at = text.find(path)) {
    text.replace(at, path.size(), "SITE");
  }
  return text;
}

std::vector<std::string> PublishedSite::release_numbers() const {
  std::vector<std::string> numbers;
  for (const auto& entry : fs::directory_iterator(www() / "releases")) {
    numbers.push_back(entry.path().filename().string().substr(0, 4));
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace opsg::testing
