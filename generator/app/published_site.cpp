#include "published_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "file_system.h"
#include "output_manifest.h"
#include "passage_list.h"
#include "sha256.h"

namespace opsg::app {
namespace {

constexpr const char* kPassages = "data/passages.json";

std::vector<comparison::FileDigest> digests_of(const output::Manifest& manifest) {
  std::vector<comparison::FileDigest> files;
  for (const output::ManifestEntry& file : manifest.files) {
    files.push_back({file.path, file.sha256});
  }
  return files;
}

Result<PublishedSite> site_of(const output::Manifest& manifest, std::string_view passages) {
  auto list = comparison::read_passages(passages);
  if (!list) return tl::unexpected(std::move(list.error()));
  return PublishedSite{manifest.audience, sha256_hex(output::format_manifest(manifest)),
                       std::move(*list), digests_of(manifest)};
}

tl::unexpected<Failure> no_passages() {
  return failure(fmt::format(
      "there is no {}: the site was made by an older opsg-site; compare with the revision that it "
      "was made from, by --revision, or publish once without a comparison",
      kPassages));
}

}  // namespace

PublishedFile files_of_folder(std::filesystem::path folder) {
  return
      [folder = std::move(folder)](const std::string& path) -> Result<std::optional<std::string>> {
        std::error_code error;
        if (!std::filesystem::exists(folder / path, error)) return std::optional<std::string>();
        auto bytes = read_file(folder / path, output::kLargestFile);
        if (!bytes) return tl::unexpected(std::move(bytes.error()));
        return std::optional(std::move(*bytes));
      };
}

PublishedFile files_of_target(publishing::PublishTarget& target) {
  return [&target](const std::string& path) -> Result<std::optional<std::string>> {
    auto bytes = target.read(path);
    if (!bytes) return failure(std::move(bytes.error().message));
    return std::move(*bytes);
  };
}

Result<std::optional<PublishedSite>> read_published_site(const PublishedFile& read) {
  const auto text = read(std::string(output::kManifestName));
  if (!text) return tl::unexpected(text.error());
  if (!*text) return std::optional<PublishedSite>();
  const auto manifest = output::parse_manifest(**text);
  if (!manifest) {
    return failure(fmt::format("{} is damaged: publish the site anew", output::kManifestName));
  }
  const output::ManifestEntry* entry = manifest->find(kPassages);
  if (!entry) return no_passages();
  const auto passages = read(kPassages);
  if (!passages) return tl::unexpected(passages.error());
  if (!*passages || sha256_hex(**passages) != entry->sha256) {
    return failure(
        fmt::format("{} is not the one that {} names: it was changed since, or is just "
                    "being published; try again, or publish the site anew",
                    kPassages, output::kManifestName));
  }
  auto site = site_of(*manifest, **passages);
  if (!site) return tl::unexpected(std::move(site.error()));
  return std::optional(std::move(*site));
}

Result<PublishedSite> published_site(const RenderedSite& site) {
  const auto file = std::find_if(site.files.begin(), site.files.end(),
                                 [](const RenderedFile& each) { return each.path == kPassages; });
  if (file == site.files.end()) return no_passages();
  return site_of(output::make_manifest(site), file->bytes);
}

}  // namespace opsg::app
