#include "output_manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "parallel.h"
#include "sha256.h"
#include "text.h"

namespace opsg::output {
namespace {

constexpr std::string_view kFirstLine = "# opsg-site manifest 1";
constexpr std::string_view kAudience = "# audience: ";
constexpr std::string_view kCarried = "# carried: ";
constexpr std::size_t kHeaderLines = 3;
constexpr std::size_t kDigestLength = 64;
constexpr std::string_view kSeparator = "  ";

bool path_before(const ManifestEntry& entry, std::string_view path) {
  return entry.path < path;
}

auto first_not_before(const Manifest& manifest, std::string_view path) {
  return std::lower_bound(manifest.files.begin(), manifest.files.end(), path, path_before);
}

std::optional<ManifestEntry> parse_entry(std::string_view line) {
  if (line.size() <= kDigestLength + kSeparator.size()) return std::nullopt;
  if (line.substr(kDigestLength, kSeparator.size()) != kSeparator) return std::nullopt;
  return ManifestEntry{std::string(line.substr(kDigestLength + kSeparator.size())),
                       std::string(line.substr(0, kDigestLength)), false};
}

}  // namespace

const ManifestEntry* Manifest::find(std::string_view path) const {
  const auto at = first_not_before(*this, path);
  return at != files.end() && at->path == path ? &*at : nullptr;
}

bool Manifest::has_folder(std::string_view path) const {
  const std::string prefix = std::string(path) + '/';
  const auto at = first_not_before(*this, prefix);
  return at != files.end() && at->path.starts_with(prefix);
}

Manifest make_manifest(const RenderedSite& site, int jobs) {
  Manifest manifest{site.audience, std::vector<ManifestEntry>(site.files.size())};
  for_each_index(site.files.size(), jobs, [&](std::size_t i) {
    manifest.files[i] = {site.files[i].path, sha256_hex(site.files[i].bytes), false};
  });
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const ManifestEntry& a, const ManifestEntry& b) { return a.path < b.path; });
  return manifest;
}

std::string format_manifest(const Manifest& manifest) {
  std::string out = fmt::format("{}\n{}{}\n# files: {}\n", kFirstLine, kAudience, manifest.audience,
                                manifest.files.size());
  for (const ManifestEntry& entry : manifest.files) {
    if (entry.carried) fmt::format_to(std::back_inserter(out), "{}{}\n", kCarried, entry.path);
  }
  for (const ManifestEntry& entry : manifest.files) {
    fmt::format_to(std::back_inserter(out), "{}{}{}\n", entry.sha256, kSeparator, entry.path);
  }
  return out;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
  const auto lines = split_lines(text);
  if (lines.size() < kHeaderLines || !lines[1].starts_with(kAudience)) return std::nullopt;
  Manifest manifest{std::string(lines[1].substr(kAudience.size())), {}};
  std::size_t at = kHeaderLines;
  std::set<std::string_view> carried;
  for (; at < lines.size() && lines[at].starts_with(kCarried); ++at) {
    carried.insert(lines[at].substr(kCarried.size()));
  }
  for (; at < lines.size(); ++at) {
    auto entry = parse_entry(lines[at]);
    if (!entry) return std::nullopt;
    entry->carried = carried.contains(entry->path);
    manifest.files.push_back(std::move(*entry));
  }
  // Written anew it must be the same: this checks order, count and spelling at once.
  const bool sorted = std::is_sorted(
      manifest.files.begin(), manifest.files.end(),
      [](const ManifestEntry& a, const ManifestEntry& b) { return a.path < b.path; });
  if (!sorted || format_manifest(manifest) != text) return std::nullopt;
  return manifest;
}

ManifestChanges compare_manifests(const Manifest& before, const Manifest& after) {
  ManifestChanges changes;
  for (const ManifestEntry& entry : after.files) {
    const ManifestEntry* old = before.find(entry.path);
    ++(old && old->sha256 == entry.sha256 ? changes.unchanged : changes.written);
  }
  changes.removed = static_cast<std::size_t>(
      std::count_if(before.files.begin(), before.files.end(),
                    [&](const ManifestEntry& entry) { return !after.find(entry.path); }));
  return changes;
}

}  // namespace opsg::output
