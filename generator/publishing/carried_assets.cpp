#include "carried_assets.h"

#include <algorithm>
#include <string_view>

#include "asset_fingerprint.h"
#include "output_paths.h"
#include "sha256.h"

namespace opsg::publishing {
namespace {

using output::Manifest;
using output::ManifestEntry;

/// Whether the name has the fingerprint of the file's own bytes.
bool is_fingerprinted_asset(const ManifestEntry& entry) {
  const std::string_view fingerprint = asset_fingerprint(entry.path);
  return !fingerprint.empty() && entry.sha256.starts_with(fingerprint);
}

/// Whether the two differ in carried files alone.
bool is_same_site(const Manifest& published, const Manifest& next) {
  const auto own = static_cast<std::size_t>(
      std::count_if(published.files.begin(), published.files.end(),
                    [](const ManifestEntry& entry) { return !entry.carried; }));
  return own == next.files.size() &&
         std::all_of(next.files.begin(), next.files.end(), [&](const ManifestEntry& entry) {
           const ManifestEntry* old = published.find(entry.path);
           return old && !old->carried && old->sha256 == entry.sha256;
         });
}

}  // namespace

std::vector<ManifestEntry> assets_to_carry(const Manifest& published, const Manifest& next) {
  // Whoever wrote it: a path could lead out of the site.
  if (published.audience != next.audience || !output::check_paths(published)) return {};
  const bool same = is_same_site(published, next);
  std::vector<ManifestEntry> carried;
  for (const ManifestEntry& entry : published.files) {
    if (!is_fingerprinted_asset(entry) || next.find(entry.path)) continue;
    if (entry.carried == same) carried.push_back(entry);
  }
  return carried;
}

Published<std::vector<AddedFile>> fetch_carried_assets(PublishTarget& target,
                                                       const Manifest& published,
                                                       const Manifest& next) {
  std::vector<AddedFile> files;
  for (const ManifestEntry& entry : assets_to_carry(published, next)) {
    auto bytes = target.read(entry.path);
    if (!bytes) return tl::unexpected(bytes.error());
    if (!*bytes || sha256_hex(**bytes) != entry.sha256) continue;
    files.push_back({entry.path, std::move(**bytes), true});
  }
  return files;
}

}  // namespace opsg::publishing
