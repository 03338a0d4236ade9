#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rendered_site.h"

namespace opsg::output {

/// No file of a site that is read is larger, in bytes.
inline constexpr std::size_t kLargestFile = std::size_t{1} << 30;

inline constexpr std::string_view kManifestName = ".opsg-site-manifest";
/// The manifest's signature, where a release is signed: beside the manifest, which cannot list it.
inline constexpr std::string_view kSignatureName = ".opsg-site-manifest.minisig";

struct ManifestEntry {
  std::string path;
  std::string sha256;  ///< Lower case hexadecimal.
  /// Of the release before: kept for readers who have one of its pages open. Never so in what a
  /// build writes.
  bool carried = false;
};

/// What the program wrote into an output folder, and for whom. It stands inside the folder, so that
/// one rename brings the files and the proof that they are ours; and it is served with them, which
/// is harmless: it is made of the audited files alone.
struct Manifest {
  std::string audience;
  std::vector<ManifestEntry> files;  ///< By path; the manifest itself is not among them.

  const ManifestEntry* find(std::string_view path) const;
  bool has_folder(std::string_view path) const;
};

/// By up to `jobs` threads.
Manifest make_manifest(const RenderedSite& site, int jobs = 1);

/// Three comment lines (version, audience, number of files) and one for each file that was carried,
/// then a line for each file in the form of sha256sum: `sha256sum -c .opsg-site-manifest` checks
/// the folder.
std::string format_manifest(const Manifest& manifest);

/// Nothing where the text is not exactly what format_manifest writes, a cut-off one included.
std::optional<Manifest> parse_manifest(std::string_view text);

/// What has become of the files of one manifest in the next.
struct ManifestChanges {
  std::size_t written = 0;  ///< New, or with other bytes.
  std::size_t unchanged = 0;
  std::size_t removed = 0;
};

ManifestChanges compare_manifests(const Manifest& before, const Manifest& after);

}  // namespace opsg::output
