#include "release_stage.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "file_system.h"
#include "output_tree.h"
#include "sha256.h"
#include "standby.h"
#include "verification.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;
using output::Manifest;
using output::ManifestEntry;

constexpr const char* kRelease = "release";
constexpr const char* kLock = "release.lock";

Result<Manifest> read_manifest(const fs::path& folder) {
  const auto text = read_file(folder / output::kManifestName, kLargestManifest);
  if (!text) return tl::unexpected(text.error());
  auto manifest = output::parse_manifest(*text);
  if (!manifest) {
    return failure(fmt::format("the {} of {} is damaged", output::kManifestName, folder.string()));
  }
  return std::move(*manifest);
}

Result<output::Tree> make_tree(const FileDescriptor& area, const fs::path& path) {
  auto cleaned = output::remove_tree(area, kRelease, path.string());
  if (!cleaned) return tl::unexpected(cleaned.error());
  if (::mkdirat(area.get(), kRelease, output::kFolderMode) != 0) {
    return system_failure("make " + path.string(), errno);
  }
  return output::open_tree(area, kRelease, path.string());
}

Result<void> write(const output::Tree& tree, std::string_view path, std::string_view bytes) {
  output::TreeDifference one;
  one.missing.push_back({path, bytes});
  return output::write_missing(tree, one);
}

/// A second name of the file costs nothing; where the disk has no such thing, a copy.
Result<void> take_over(const output::Tree& from, const output::Tree& to, const std::string& path) {
  if (output::link_file(from, to, path)) return {};
  return read_file(fs::path(from.name) / path, output::kLargestFile)
      .and_then([&](const std::string& bytes) { return write(to, path, bytes); });
}

/// Whether the file can stand beside those of the site.
bool has_place(const AddedFile& file, const Manifest& manifest) {
  if (manifest.find(file.path) || manifest.has_folder(file.path)) return false;
  for (auto end = file.path.find('/'); end != std::string::npos;
       end = file.path.find('/', end + 1)) {
    if (manifest.find(file.path.substr(0, end))) return false;
  }
  return true;
}

Result<void> add_files(const output::Tree& tree, const std::vector<AddedFile>& added,
                       Manifest& manifest) {
  std::vector<ManifestEntry> entries;
  for (const AddedFile& file : added) {
    if (!has_place(file, manifest)) continue;
    if (auto written = write(tree, file.path, file.bytes); !written) return written;
    entries.push_back({file.path, sha256_hex(file.bytes), file.carried});
  }
  manifest.files.insert(manifest.files.end(), entries.begin(), entries.end());
  std::sort(manifest.files.begin(), manifest.files.end(),
            [](const ManifestEntry& a, const ManifestEntry& b) { return a.path < b.path; });
  return {};
}

Result<Release> fill(const output::Tree& tree, const fs::path& built,
                     const std::vector<AddedFile>& added) {
  auto manifest = read_manifest(built);
  if (!manifest) return tl::unexpected(manifest.error());
  output::Tree from{FileDescriptor(::open(built.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
                    built.string()};
  if (!from.folder) return system_failure("open " + from.name, errno);
  for (const ManifestEntry& entry : manifest->files) {
    if (auto taken = take_over(from, tree, entry.path); !taken)
      return tl::unexpected(taken.error());
  }
  return add_files(tree, added, *manifest)
      .and_then([&] { return write(tree, output::kManifestName, format_manifest(*manifest)); })
      .map([&] {
        return Release{tree.name, std::move(*manifest)};
      });
}

Published<FileDescriptor> take_lock(const FileDescriptor& area, const fs::path& built) {
  constexpr mode_t kPrivateFile = 0600;
  FileDescriptor lock(
      ::openat(area.get(), kLock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, kPrivateFile));
  if (lock && ::flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return lock;
  if (lock && errno == EWOULDBLOCK) {
    return failed(fmt::format("{} is just being published; wait for its end", built.string()));
  }
  return tl::unexpected(PublishError(system_failure("lock " + built.string(), errno).value()));
}

}  // namespace

Published<ReleaseStage> ReleaseStage::open(const output::OutputPlace& place) {
  auto area = output::open_standby_folder(place);
  if (!area) return tl::unexpected(PublishError(area.error()));
  auto lock = take_lock(*area, place.path);
  if (!lock) return tl::unexpected(lock.error());
  return ReleaseStage(place.path, output::standby_path(place), std::move(*area), std::move(*lock));
}

/// A folder that cannot be removed now is removed before the next release.
ReleaseStage::~ReleaseStage() {
  if (folder_) static_cast<void>(output::remove_tree(folder_, kRelease, kRelease));
}

Published<Release> ReleaseStage::put_together(const std::vector<AddedFile>& added) const {
  const auto tree = make_tree(folder_, area_ / kRelease);
  if (!tree) return tl::unexpected(PublishError(tree.error()));
  auto release = fill(*tree, built_, added);
  if (!release) return tl::unexpected(PublishError(release.error()));
  return std::move(*release);
}

}  // namespace opsg::publishing
