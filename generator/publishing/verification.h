#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "output_manifest.h"

namespace opsg::publishing {

/// What a place that should hold a release has otherwise than its manifest says.
enum class DifferenceKind {
  manifest,    ///< None, a damaged one, or another audience's: nothing else can be told.
  signature,   ///< Of the manifest: none, or not by the key that was asked for.
  missing,     ///< In the manifest, and not there.
  changed,     ///< There with other bytes, or as what is no file.
  unreadable,  ///< There, perhaps: it could not be read.
  foreign,     ///< There, and not in the manifest. A folder's path ends in `/`.
  preview,     ///< A page that was made for a preview.
  withdrawn,   ///< Still served, after it was removed.
};

/// "missing", and so on.
std::string_view name_of(DifferenceKind kind);

struct Difference {
  DifferenceKind kind = DifferenceKind::manifest;
  std::string path;    ///< Below the site's root.
  std::string reason;  ///< "it is a symbolic link"; may be empty where the kind says it all.
  std::string help{};  ///< What to do, where that is known better than from the kind.
};

/// "missing: actions/index.html", "changed: feed.xml (it is a symbolic link)", without a newline.
std::string describe(const Difference& difference);

struct Verification {
  /// Of what is there; empty where it is none to go by.
  output::Manifest manifest;
  std::size_t equal = 0;                ///< Files that are what the manifest says.
  std::vector<Difference> differences;  ///< By kind, then by path.

  bool holds() const { return differences.empty(); }
  bool has_manifest() const { return !manifest.audience.empty(); }
  void add(DifferenceKind kind, std::string path, std::string reason = {});
  void sort();
};

/// No manifest is read that is larger: half a million files.
inline constexpr std::size_t kLargestManifest = std::size_t{64} << 20;

/// The manifest that a place says it has, whoever wrote it. What does not parse, names a path
/// outside the site, or is not `audience`'s (where one is given) is a difference.
tl::expected<output::Manifest, Difference> judge_manifest(
    std::string_view text, const std::optional<std::string>& audience);

}  // namespace opsg::publishing
