#include "standby.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "file_system.h"

namespace opsg::output {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kPrivateFolder = 0700;
constexpr mode_t kPrivateFile = 0600;
constexpr const char* kLock = "lock";
constexpr const char* kTree = "tree";
constexpr const char* kRetired = "retired";

bool exists(const FileDescriptor& folder, const char* name) {
  struct stat status {};
  return ::fstatat(folder.get(), name, &status, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

bool move(const FileDescriptor& from, const char* old_name, const FileDescriptor& to,
          const char* new_name) {
  return ::renameat(from.get(), old_name, to.get(), new_name) == 0;
}

/// A file system that cannot do it says so in one of these ways.
bool exchange_is_unsupported(int error_number) {
  return error_number == EINVAL || error_number == ENOSYS || error_number == EOPNOTSUPP;
}

tl::unexpected<Failure> cannot_publish(const OutputPlace& place, int error_number) {
  const bool mounted = error_number == EBUSY || error_number == EXDEV;
  return failure(fmt::format("cannot put the new site at {}: {}{}", place.path.string(),
                             system_message(error_number),
                             mounted ? " (a mount point cannot be the output folder)" : ""));
}

Result<FileDescriptor> open_area(const FileDescriptor& parent, const std::string& name,
                                 const std::string& shown) {
  if (::mkdirat(parent.get(), name.c_str(), kPrivateFolder) != 0 && errno != EEXIST) {
    return system_failure(fmt::format("make {}", shown), errno);
  }
  FileDescriptor folder(
      ::openat(parent.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  struct stat status {};
  if (!folder || ::fstat(folder.get(), &status) != 0) {
    return system_failure(fmt::format("open {}", shown), errno);
  }
  if (status.st_uid != ::geteuid()) {
    return failure(fmt::format("{} belongs to another user, who could read what is built", shown));
  }
  if (::fchmod(folder.get(), kPrivateFolder) != 0) {
    return system_failure(fmt::format("set the permissions of {}", shown), errno);
  }
  return folder;
}

Result<FileDescriptor> take_lock(const FileDescriptor& folder, const OutputPlace& place) {
  FileDescriptor lock(
      ::openat(folder.get(), kLock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, kPrivateFile));
  if (lock && ::flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return lock;
  if (lock && errno == EWOULDBLOCK) {
    return failure(fmt::format("another build is writing {}", place.path.string()));
  }
  return system_failure(fmt::format("lock {}", place.path.string()), errno);
}

}  // namespace

fs::path standby_path(const OutputPlace& place) {
  return place.path.parent_path() / fmt::format(".{}{}", place.name, kStandbySuffix);
}

Result<FileDescriptor> open_standby_folder(const OutputPlace& place) {
  const fs::path path = standby_path(place);
  return open_area(place.parent, path.filename().string(), path.string());
}

Result<StandbyArea> StandbyArea::open(const OutputPlace& place) {
  auto folder = open_standby_folder(place);
  if (!folder) return tl::unexpected(folder.error());
  auto lock = take_lock(*folder, place);
  if (!lock) return tl::unexpected(lock.error());
  StandbyArea area(std::move(*folder), std::move(*lock), standby_path(place).string());
  const auto recovered = area.recover(place);
  if (!recovered) return tl::unexpected(recovered.error());
  return area;
}

Result<Tree> StandbyArea::tree() const {
  const std::string shown = fmt::format("{}/{}", name_, kTree);
  if (::mkdirat(folder_.get(), kTree, kFolderMode) != 0 && errno != EEXIST) {
    return system_failure(fmt::format("make {}", shown), errno);
  }
  auto tree = open_tree(folder_, kTree, shown);
  if (tree && ::fchmod(tree->folder.get(), kFolderMode) != 0) {
    return system_failure(fmt::format("set the permissions of {}", shown), errno);
  }
  return tree;
}

Result<void> StandbyArea::keep(const char* file_name, std::string_view bytes) const {
  const std::string staged = fmt::format("{}.new", file_name);
  constexpr int kCreate = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC;
  FileDescriptor file(::openat(folder_.get(), staged.c_str(), kCreate, kPrivateFile));
  const bool written = file && ::fchmod(file.get(), kPrivateFile) == 0 && write_all(file, bytes) &&
                       file.close() == 0 && move(folder_, staged.c_str(), folder_, file_name);
  if (written) return {};
  return system_failure(fmt::format("write {}/{}", name_, file_name), errno);
}

Result<void> StandbyArea::forget(const char* file_name) const {
  // A folder of that name is nothing that was kept here.
  if (::unlinkat(folder_.get(), file_name, 0) == 0 || errno == ENOENT || errno == EISDIR) return {};
  return system_failure(fmt::format("remove {}/{}", name_, file_name), errno);
}

Result<void> StandbyArea::exchange(const OutputPlace& place) const {
  const char* name = place.name.c_str();
  if (!exists(place.parent, name)) {
    if (!move(folder_, kTree, place.parent, name)) return cannot_publish(place, errno);
    return {};
  }
  const int exchanged =
      ::renameat2(folder_.get(), kTree, place.parent.get(), name, RENAME_EXCHANGE);
  if (exchanged == 0) return {};
  if (exchange_is_unsupported(errno)) return exchange_in_two_steps(place);
  return cannot_publish(place, errno);
}

Result<void> StandbyArea::exchange_in_two_steps(const OutputPlace& place) const {
  const char* name = place.name.c_str();
  if (!move(place.parent, name, folder_, kRetired)) return cannot_publish(place, errno);
  if (!move(folder_, kTree, place.parent, name)) {
    const int error_number = errno;
    move(folder_, kRetired, place.parent, name);
    return cannot_publish(place, error_number);
  }
  if (!move(folder_, kRetired, folder_, kTree)) return cannot_publish(place, errno);
  return {};
}

Result<void> StandbyArea::recover(const OutputPlace& place) const {
  if (!exists(folder_, kRetired)) return {};
  const char* name = place.name.c_str();
  if (!exists(place.parent, name)) {
    if (!move(folder_, kRetired, place.parent, name)) return cannot_publish(place, errno);
    return {};
  }
  if (exists(folder_, kTree)) return discard_retired();
  if (!move(folder_, kRetired, folder_, kTree)) return cannot_publish(place, errno);
  return {};
}

Result<void> StandbyArea::discard_retired() const {
  const std::string shown = fmt::format("{}/{}", name_, kRetired);
  return remove_tree(folder_, kRetired, shown);
}

}  // namespace opsg::output
