#include "output_tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>

#include "file_system.h"
#include "parallel.h"

namespace opsg::output {
namespace {

constexpr int kOpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr mode_t kModeBits = 07777;
constexpr std::size_t kChunk = std::size_t{64} * 1024;

struct CloseDirectory {
  void operator()(DIR* directory) const {
    const int error_number = errno;
    ::closedir(directory);
    errno = error_number;
  }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

tl::unexpected<Failure> cannot(std::string_view verb, const Tree& tree, std::string_view path) {
  const int error_number = errno;
  return system_failure(fmt::format("{} {}/{}", verb, tree.name, path), error_number);
}

bool is_folder(DIR* directory, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
  struct stat status {};
  const int found = ::fstatat(::dirfd(directory), entry.d_name, &status, AT_SYMLINK_NOFOLLOW);
  return found == 0 && S_ISDIR(status.st_mode);
}

/// Lists one folder (the root is ""), and puts its folders onto `pending`.
bool list_folder(const Tree& tree, const std::string& path, TreeListing& listing,
                 std::vector<std::string>& pending) {
  const int number = ::openat(tree.folder.get(), path.empty() ? "." : path.c_str(), kOpenFolder);
  if (number < 0) return false;
  const Directory directory(::fdopendir(number));
  struct stat status {};
  if (!directory || ::fstat(number, &status) != 0) return false;
  if (!path.empty()) listing.folders.push_back({path, status.st_mode & kModeBits});

  errno = 0;
  while (const dirent* entry = ::readdir(directory.get())) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    std::string below = path.empty() ? std::string(name) : fmt::format("{}/{}", path, name);
    auto& list = is_folder(directory.get(), *entry) ? pending : listing.files;
    list.push_back(std::move(below));
    errno = 0;
  }
  return errno == 0;
}

/// Whether the open file has exactly these bytes, read from its beginning.
bool has_bytes(const FileDescriptor& file, std::string_view bytes) {
  std::array<char, kChunk> buffer;
  while (!bytes.empty()) {
    const ssize_t count = ::read(file.get(), buffer.data(), std::min(buffer.size(), bytes.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    const std::string_view chunk(buffer.data(), static_cast<std::size_t>(count));
    if (!bytes.starts_with(chunk)) return false;
    bytes.remove_prefix(chunk.size());
  }
  return true;
}

/// mkdir heeds the umask, and a set-group-id bit above; chmod heeds neither.
bool make_folder(const Tree& tree, const std::string& path) {
  if (::mkdirat(tree.folder.get(), path.c_str(), kFolderMode) != 0) return errno == EEXIST;
  return ::fchmodat(tree.folder.get(), path.c_str(), kFolderMode, 0) == 0;
}

bool make_folders_above(const Tree& tree, std::string_view path) {
  for (auto end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
    if (!make_folder(tree, std::string(path.substr(0, end)))) return false;
  }
  return true;
}

/// The folders of files by their depth: those of one depth can be made at the same time.
using FoldersByDepth = std::vector<std::vector<std::string_view>>;

FoldersByDepth folders_of(const std::vector<OutputFile>& files) {
  FoldersByDepth folders;
  for (const OutputFile& file : files) {
    std::size_t depth = 0;
    for (auto end = file.path.find('/'); end != std::string_view::npos;
         end = file.path.find('/', end + 1), ++depth) {
      if (depth == folders.size()) folders.emplace_back();
      const std::string_view folder = file.path.substr(0, end);
      // By path, the files of a folder and of those below it stand together.
      if (folders[depth].empty() || folders[depth].back() != folder) {
        folders[depth].push_back(folder);
      }
    }
  }
  return folders;
}

Result<void> make_folders(const Tree& tree, const std::vector<OutputFile>& files, int jobs) {
  for (const auto& folders : folders_of(files)) {
    auto made = try_each_index(folders.size(), jobs, [&](std::size_t i) -> Result<void> {
      if (make_folder(tree, std::string(folders[i]))) return {};
      return cannot("make the folder", tree, folders[i]);
    });
    if (!made) return made;
  }
  return {};
}

bool write_new_file(const Tree& tree, const OutputFile& file) {
  const std::string path(file.path);
  constexpr int kCreate = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  FileDescriptor created(::openat(tree.folder.get(), path.c_str(), kCreate, kFileMode));
  return created && ::fchmod(created.get(), kFileMode) == 0 && write_all(created, file.bytes) &&
         created.close() == 0;
}

void compare_folders(const TreeListing& listing, const OutputFiles& wanted,
                     TreeDifference& difference) {
  for (const ListedFolder& folder : listing.folders) {
    if (!wanted.has_folder(folder.path)) {
      difference.stale_folders.push_back(folder.path);
    } else if (folder.mode != kFolderMode) {
      difference.folders_of_other_mode.push_back(folder.path);
    }
  }
}

}  // namespace

Result<Tree> open_tree(const FileDescriptor& parent, const std::string& name, std::string shown) {
  Tree tree{FileDescriptor(::openat(parent.get(), name.c_str(), kOpenFolder)), std::move(shown)};
  if (!tree.folder) return system_failure(fmt::format("open {}", tree.name), errno);
  return tree;
}

bool holds(const Tree& tree, const OutputFile& wanted) {
  constexpr int kOpenFile = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const FileDescriptor file(
      ::openat(tree.folder.get(), std::string(wanted.path).c_str(), kOpenFile));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) return false;
  const bool as_written = S_ISREG(status.st_mode) && (status.st_mode & kModeBits) == kFileMode;
  const bool same_size = static_cast<std::size_t>(status.st_size) == wanted.bytes.size();
  return as_written && same_size && has_bytes(file, wanted.bytes);
}

Result<TreeListing> list_tree(const Tree& tree) {
  TreeListing listing;
  std::vector<std::string> pending = {""};
  while (!pending.empty()) {
    const std::string path = std::move(pending.back());
    pending.pop_back();
    if (!list_folder(tree, path, listing, pending)) return cannot("list", tree, path);
  }
  std::sort(listing.files.begin(), listing.files.end());
  std::sort(listing.folders.begin(), listing.folders.end(),
            [](const ListedFolder& a, const ListedFolder& b) { return a.path < b.path; });
  return listing;
}

Result<TreeDifference> compare_tree(const Tree& tree, const OutputFiles& wanted, int jobs) {
  const auto listing = list_tree(tree);
  if (!listing) return tl::unexpected(listing.error());
  const std::vector<std::string>& files = listing->files;
  std::vector<std::optional<std::size_t>> kept_as(files.size());
  for_each_index(files.size(), jobs, [&](std::size_t i) {
    const auto index = wanted.index_of(files[i]);
    if (index && holds(tree, wanted[*index])) kept_as[i] = index;
  });

  TreeDifference difference;
  std::vector<bool> present(wanted.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (kept_as[i]) {
      present[*kept_as[i]] = true;
    } else {
      difference.stale_files.push_back(files[i]);
    }
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!present[i]) difference.missing.push_back(wanted[i]);
  }
  compare_folders(*listing, wanted, difference);
  return difference;
}

Result<void> remove_stale(const Tree& tree, const TreeDifference& difference, int jobs) {
  const auto& files = difference.stale_files;
  auto removed = try_each_index(files.size(), jobs, [&](std::size_t i) -> Result<void> {
    if (::unlinkat(tree.folder.get(), files[i].c_str(), 0) == 0) return {};
    return cannot("remove", tree, files[i]);
  });
  if (!removed) return removed;
  const auto& folders = difference.stale_folders;
  for (auto path = folders.rbegin(); path != folders.rend(); ++path) {
    if (::unlinkat(tree.folder.get(), path->c_str(), AT_REMOVEDIR) != 0) {
      return cannot("remove", tree, *path);
    }
  }
  return {};
}

Result<void> remove_tree(const FileDescriptor& parent, const std::string& name, std::string shown) {
  struct stat status {};
  const int found = ::fstatat(parent.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW);
  if (found != 0 && errno == ENOENT) return {};
  const auto tree = open_tree(parent, name, std::move(shown));
  if (!tree) return tl::unexpected(tree.error());
  const auto everything = compare_tree(*tree, OutputFiles());
  if (!everything) return tl::unexpected(everything.error());
  auto removed = remove_stale(*tree, *everything);
  if (!removed) return removed;
  if (::unlinkat(parent.get(), name.c_str(), AT_REMOVEDIR) == 0) return {};
  return system_failure(fmt::format("remove {}", tree->name), errno);
}

Result<void> write_missing(const Tree& tree, const TreeDifference& difference, int jobs) {
  for (const std::string& path : difference.folders_of_other_mode) {
    if (::fchmodat(tree.folder.get(), path.c_str(), kFolderMode, 0) != 0) {
      return cannot("set the permissions of", tree, path);
    }
  }
  const std::vector<OutputFile>& files = difference.missing;
  return make_folders(tree, files, jobs).and_then([&] {
    return try_each_index(files.size(), jobs, [&](std::size_t i) -> Result<void> {
      if (write_new_file(tree, files[i])) return {};
      return cannot("write", tree, files[i].path);
    });
  });
}

Result<void> link_file(const Tree& from, const Tree& to, const std::string& path) {
  const auto link = [&] {
    return ::linkat(from.folder.get(), path.c_str(), to.folder.get(), path.c_str(), 0) == 0;
  };
  if (link() || (errno == ENOENT && make_folders_above(to, path) && link())) return {};
  return cannot("link", to, path);
}

}  // namespace opsg::output
