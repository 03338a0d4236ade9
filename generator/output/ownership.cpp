#include "ownership.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string>

#include "file_system.h"
#include "output_tree.h"
#include "text.h"

namespace opsg::output {
namespace {

constexpr std::uintmax_t kLargestManifest = std::uintmax_t{256} * 1024 * 1024;

bool exists(const OutputPlace& place) {
  struct stat status {};
  const int found = ::fstatat(place.parent.get(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW);
  return found == 0 || errno != ENOENT;
}

/// The first entry, in order of path, that the program did not write.
std::optional<std::string> foreign_entry(const TreeListing& listing, const Manifest& manifest) {
  const auto file =
      std::find_if(listing.files.begin(), listing.files.end(), [&](const std::string& path) {
        return path != kManifestName && path != kSignatureName && manifest.find(path) == nullptr;
      });
  if (file != listing.files.end()) return *file;
  const auto folder =
      std::find_if(listing.folders.begin(), listing.folders.end(),
                   [&](const ListedFolder& listed) { return !manifest.has_folder(listed.path); });
  return folder == listing.folders.end() ? std::nullopt : std::optional(folder->path + '/');
}

std::optional<std::string> reason_to_refuse(const TreeListing& listing, const Manifest& manifest,
                                            std::string_view audience) {
  if (manifest.audience != audience) {
    return fmt::format("it holds the site of the audience `{}`, and this one is for `{}`",
                       printable(manifest.audience), printable(audience));
  }
  if (const auto foreign = foreign_entry(listing, manifest)) {
    return fmt::format("it holds {}, which opsg-site did not write", printable(*foreign));
  }
  return std::nullopt;
}

tl::unexpected<OutputError> refuse(const OutputPlace& place, std::string_view reason) {
  return refused(fmt::format("will not replace {}: {}", place.path.string(), reason));
}

Outcome<Manifest> read_manifest(const OutputPlace& place, const TreeListing& listing) {
  const bool listed =
      std::binary_search(listing.files.begin(), listing.files.end(), std::string(kManifestName));
  if (!listed) {
    const auto foreign = foreign_entry(listing, {});
    return refuse(place, fmt::format("it holds {}, which opsg-site did not write",
                                     printable(foreign.value_or(std::string()))));
  }
  const auto text = read_file(place.path / kManifestName, kLargestManifest);
  if (!text) return tl::unexpected(OutputError(text.error()));
  auto manifest = parse_manifest(*text);
  if (!manifest) return refuse(place, fmt::format("its {} is damaged", kManifestName));
  return std::move(*manifest);
}

}  // namespace

Outcome<Manifest> check_ownership(const OutputPlace& place, std::string_view audience) {
  if (!exists(place)) return Manifest{};
  const auto listing =
      open_tree(place.parent, place.name, place.path.string()).and_then([](const Tree& tree) {
        return list_tree(tree);
      });
  if (!listing) return tl::unexpected(OutputError(listing.error()));
  if (listing->files.empty() && listing->folders.empty()) return Manifest{};
  auto manifest = read_manifest(place, *listing);
  if (!manifest) return manifest;
  const auto reason = reason_to_refuse(*listing, *manifest, audience);
  if (reason) return refuse(place, *reason);
  return manifest;
}

}  // namespace opsg::output
