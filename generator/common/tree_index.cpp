#include "tree_index.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <iterator>
#include <memory>
#include <vector>

#include "file_system.h"
#include "parallel.h"
#include "sha256.h"

namespace opsg {
namespace {

using FileStatus = struct stat;
using Paths = std::vector<std::string>;

/// A thread looks at so many paths before it takes others.
constexpr std::size_t kPathsAtOnce = 256;

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

/// System calls take the tree's own folder as ".", not as the empty path that it has here.
const char* system_path(const std::string& path) {
  return path.empty() ? "." : path.c_str();
}

Directory open_directory(const FileDescriptor& folder, const std::string& path) {
  constexpr int kOpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  const int number = ::openat(folder.get(), system_path(path), kOpenFolder);
  return Directory(number < 0 ? nullptr : ::fdopendir(number));
}

bool is_folder(DIR* directory, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
  FileStatus status{};
  const int found = ::fstatat(::dirfd(directory), entry.d_name, &status, AT_SYMLINK_NOFOLLOW);
  return found == 0 && S_ISDIR(status.st_mode);
}

/// What one folder holds, by path.
struct Listing {
  Paths folders;
  Paths files;
};

Result<Listing> list_folder(const FileDescriptor& folder, const std::string& path) {
  Listing listing;
  const Directory directory = open_directory(folder, path);
  errno = directory ? 0 : errno;
  while (const dirent* entry = directory ? ::readdir(directory.get()) : nullptr) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    Paths& list = is_folder(directory.get(), *entry) ? listing.folders : listing.files;
    list.push_back(path.empty() ? std::string(name) : fmt::format("{}/{}", path, name));
    errno = 0;
  }
  if (errno != 0) return system_failure(fmt::format("list {}", system_path(path)), errno);
  return listing;
}

void move_to(Paths& all, Paths& some) {
  std::move(some.begin(), some.end(), std::back_inserter(all));
}

/// In no order that means anything. Folders of one depth are listed side by side.
Result<Paths> list_tree(const FileDescriptor& folder, int jobs) {
  Paths all;
  for (Paths folders = {""}; !folders.empty();) {
    std::vector<Listing> listings(folders.size());
    auto listed = try_each_index(folders.size(), jobs, [&](std::size_t i) -> Result<void> {
      auto listing = list_folder(folder, folders[i]);
      if (!listing) return tl::unexpected(listing.error());
      listings[i] = std::move(*listing);
      return {};
    });
    if (!listed) return tl::unexpected(listed.error());
    move_to(all, folders);
    folders.clear();
    for (Listing& listing : listings) {
      move_to(folders, listing.folders);
      move_to(all, listing.files);
    }
  }
  return all;
}

/// What the file system told of some paths.
struct Told {
  Sha256 digest;
  timespec latest_change{};
  bool is_plain = true;
  bool is_complete = true;  ///< Each of them is there.
};

void add_status(const FileStatus& status, Told& told) {
  const std::uint64_t fields[] = {status.st_mode,
                                  status.st_dev,
                                  status.st_ino,
                                  static_cast<std::uint64_t>(status.st_size),
                                  static_cast<std::uint64_t>(status.st_mtim.tv_sec),
                                  static_cast<std::uint64_t>(status.st_mtim.tv_nsec),
                                  static_cast<std::uint64_t>(status.st_ctim.tv_sec),
                                  static_cast<std::uint64_t>(status.st_ctim.tv_nsec)};
  told.digest.add({reinterpret_cast<const char*>(fields), sizeof(fields)});
  if (is_before(told.latest_change, status.st_ctim)) told.latest_change = status.st_ctim;
}

/// `path` ends in a NUL, as those of the system do.
void look_at(const FileDescriptor& folder, const char* path, dev_t device, Told& told) {
  FileStatus status{};
  const char* const asked = *path == '\0' ? "." : path;
  if (::fstatat(folder.get(), asked, &status, AT_SYMLINK_NOFOLLOW) != 0) {
    told.is_complete = false;
    return;
  }
  add_status(status, told);
  const bool plain = S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
  told.is_plain = told.is_plain && plain && status.st_dev == device;
}

/// Where each path begins.
std::vector<const char*> begins_of(std::string_view paths) {
  std::vector<const char*> begins;
  for (std::size_t at = 0; at < paths.size(); at = paths.find('\0', at) + 1) {
    begins.push_back(paths.data() + at);
  }
  return begins;
}

/// `paths` ends in a NUL.
Told look_at_all(const FileDescriptor& folder, std::string_view paths, int jobs) {
  FileStatus root{};
  const bool is_there = ::fstat(folder.get(), &root) == 0;
  const std::vector<const char*> begins = begins_of(paths);
  std::vector<Told> parts((begins.size() + kPathsAtOnce - 1) / kPathsAtOnce);
  for_each_index(parts.size(), jobs, [&](std::size_t part) {
    const std::size_t end = std::min(begins.size(), (part + 1) * kPathsAtOnce);
    for (std::size_t i = part * kPathsAtOnce; i < end; ++i) {
      look_at(folder, begins[i], root.st_dev, parts[part]);
    }
  });
  Told told;
  told.is_complete = is_there;
  told.digest.add(sha256_hex(paths));
  for (Told& part : parts) {
    told.digest.add(part.digest.hex());
    if (is_before(told.latest_change, part.latest_change)) told.latest_change = part.latest_change;
    told.is_plain = told.is_plain && part.is_plain;
    told.is_complete = told.is_complete && part.is_complete;
  }
  return told;
}

}  // namespace

Result<TreeIndex> index_tree(const FileDescriptor& folder, int jobs) {
  const auto paths = list_tree(folder, jobs);
  if (!paths) return tl::unexpected(paths.error());
  TreeIndex index;
  for (const std::string& path : *paths) index.paths.append(path.c_str(), path.size() + 1);
  Told told = look_at_all(folder, index.paths, jobs);
  index.digest = told.digest.hex();
  index.latest_change = told.latest_change;
  index.is_plain = told.is_plain && told.is_complete && index.paths.find('\n') == std::string::npos;
  return index;
}

std::optional<std::string> digest_of_tree(const FileDescriptor& folder, std::string_view paths,
                                          int jobs) {
  if (paths.empty() || paths.back() != '\0') return std::nullopt;
  Told told = look_at_all(folder, paths, jobs);
  if (!told.is_complete) return std::nullopt;
  return told.digest.hex();
}

timespec file_clock() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
  return now;
}

bool is_before(const timespec& a, const timespec& b) {
  return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

}  // namespace opsg
