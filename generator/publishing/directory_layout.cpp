#include "directory_layout.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <system_error>

#include "file_system.h"
#include "text.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCurrent = "current";
constexpr const char* kNextCurrent = ".current.new";
constexpr const char* kReleases = "releases";
constexpr const char* kIncoming = "incoming";
constexpr const char* kOutgoing = "outgoing";
constexpr const char* kLockFile = ".lock";
constexpr std::array<std::string_view, 6> kEntries = {kCurrent,  kNextCurrent, kReleases,
                                                      kIncoming, kOutgoing,    kLockFile};
constexpr mode_t kPrivateFolder = 0700;
constexpr int kOpenFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

/// Some file systems cannot sync a folder (EINVAL): there a rename is as durable as they make it.
Result<void> sync_folder(const FileDescriptor& folder, const std::string& shown) {
  if (::fsync(folder.get()) == 0 || errno == EINVAL) return {};
  return system_failure(fmt::format("sync {}", shown), errno);
}

tl::unexpected<PublishError> refuse(const fs::path& path, std::string_view reason) {
  return refused(fmt::format("will not publish to {}: {}", path.string(), reason));
}

tl::unexpected<PublishError> refuse_foreign(const fs::path& path, std::string_view entry) {
  return refuse(path, fmt::format("it holds {}, which opsg-site did not write", printable(entry)));
}

/// The names in a folder, sorted.
Published<std::vector<std::string>> names_in(const fs::path& path) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(path, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  if (error) return failed(fmt::format("cannot list {}: {}", path.string(), error.message()));
  std::sort(names.begin(), names.end());
  return names;
}

bool exists(const FileDescriptor& folder, const char* name) {
  struct stat status {};
  return ::fstatat(folder.get(), name, &status, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

}  // namespace

Published<std::optional<DirectoryLayout>> DirectoryLayout::open(const fs::path& path) {
  FileDescriptor folder(::open(path.c_str(), kOpenFolder));
  if (!folder && errno == ENOENT) return std::nullopt;
  if (!folder) return tl::unexpected(system_failure("open " + path.string(), errno).value());
  DirectoryLayout layout(std::move(folder), path);
  const auto listed = layout.list();
  if (!listed) return tl::unexpected(listed.error());
  return layout;
}

Published<DirectoryLayout> DirectoryLayout::open_locked(const fs::path& path) {
  if (::mkdir(path.c_str(), output::kFolderMode) != 0 && errno != EEXIST) {
    return tl::unexpected(system_failure("make " + path.string(), errno).value());
  }
  // Before the lock is made: what is refused is left as it is.
  auto layout = open(path);
  if (!layout) return tl::unexpected(layout.error());
  if (!*layout) return failed(fmt::format("{} was removed meanwhile", path.string()));
  const auto locked = (*layout)->take_lock();
  if (!locked) return tl::unexpected(locked.error());
  return std::move(**layout);
}

Published<void> DirectoryLayout::take_lock() {
  constexpr mode_t kPrivateFile = 0600;
  lock_ = FileDescriptor(
      ::openat(folder_.get(), kLockFile, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, kPrivateFile));
  if (lock_ && ::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return failed(fmt::format("another publish is writing {}; wait for its end", path_.string()));
  }
  if (!lock_) return tl::unexpected(system_failure("lock " + path_.string(), errno).value());
  // What was listed before may be another publisher's past.
  return list();
}

Published<void> DirectoryLayout::list() {
  const auto entries = names_in(path_);
  if (!entries) return tl::unexpected(entries.error());
  for (const std::string& name : *entries) {
    const bool known = std::find(kEntries.begin(), kEntries.end(), name) != kEntries.end();
    if (!known) return refuse_foreign(path_, name);
  }
  releases_.clear();
  if (!exists(folder_, kReleases)) return read_current();
  const auto names = names_in(path_ / kReleases);
  if (!names) return tl::unexpected(names.error());
  for (const std::string& name : *names) {
    auto release = parse_release_name(name);
    if (!release) return refuse_foreign(path_, fmt::format("{}/{}", kReleases, name));
    releases_.push_back(std::move(*release));
  }
  std::sort(releases_.begin(), releases_.end(),
            [](const ReleaseName& a, const ReleaseName& b) { return a.number < b.number; });
  return read_current();
}

Published<void> DirectoryLayout::read_current() {
  current_.reset();
  if (!exists(folder_, kCurrent)) return {};
  std::array<char, PATH_MAX> target;
  const ssize_t length = ::readlinkat(folder_.get(), kCurrent, target.data(), target.size());
  const std::string prefix = fmt::format("{}/", kReleases);
  const std::string_view text(target.data(),
                              static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  const bool ours = text.starts_with(prefix) && parse_release_name(text.substr(prefix.size()));
  if (!ours) return refuse(path_, "its `current` is no link to a release of opsg-site");
  current_ = text.substr(prefix.size());
  return {};
}

const ReleaseName* DirectoryLayout::current() const {
  return current_ ? find(*current_) : nullptr;
}

const ReleaseName* DirectoryLayout::find(std::string_view name_or_number) const {
  const auto at = std::find_if(releases_.begin(), releases_.end(), [&](const ReleaseName& release) {
    return release.text == name_or_number ||
           release.text.substr(0, release.text.find('-')) == name_or_number ||
           std::to_string(release.number) == name_or_number;
  });
  return at == releases_.end() ? nullptr : &*at;
}

std::string DirectoryLayout::in_releases(const ReleaseName& name) const {
  return fmt::format("{}/{}", kReleases, name.text);
}

Result<output::Tree> DirectoryLayout::open_release(const ReleaseName& name) const {
  return output::open_tree(folder_, in_releases(name), shown(in_releases(name)));
}

Result<void> DirectoryLayout::clean() {
  for (const char* left : {kIncoming, kOutgoing}) {
    if (auto removed = output::remove_tree(folder_, left, shown(left)); !removed) return removed;
  }
  if (::unlinkat(folder_.get(), kNextCurrent, 0) == 0 || errno == ENOENT) return {};
  return system_failure(fmt::format("remove {}", shown(kNextCurrent)), errno);
}

Result<output::Tree> DirectoryLayout::make_incoming() const {
  if (::mkdirat(folder_.get(), kIncoming, kPrivateFolder) != 0) {
    return system_failure(fmt::format("make {}", shown(kIncoming)), errno);
  }
  return output::open_tree(folder_, kIncoming, shown(kIncoming));
}

Result<void> DirectoryLayout::admit(const output::Tree& incoming, const ReleaseName& name) {
  const std::string place = in_releases(name);
  const bool made = ::mkdirat(folder_.get(), kReleases, output::kFolderMode) == 0;
  if (!made && errno != EEXIST) return system_failure("make " + shown(kReleases), errno);
  if ((made && ::fchmodat(folder_.get(), kReleases, output::kFolderMode, 0) != 0) ||
      ::fchmod(incoming.folder.get(), output::kFolderMode) != 0) {
    return system_failure(fmt::format("set the permissions of {}", shown(place)), errno);
  }
  // One sync of the whole file system costs less than one for each of thousands of files.
  if (::syncfs(incoming.folder.get()) != 0) return system_failure("sync " + incoming.name, errno);
  if (::renameat(folder_.get(), kIncoming, folder_.get(), place.c_str()) != 0) {
    return system_failure(fmt::format("make {}", shown(place)), errno);
  }
  releases_.push_back(name);
  const FileDescriptor releases(::openat(folder_.get(), kReleases, kOpenFolder));
  return sync_folder(releases, shown(kReleases)).and_then([&] {
    return sync_folder(folder_, path_.string());
  });
}

Result<void> DirectoryLayout::switch_to(const ReleaseName& name) {
  const std::string target = in_releases(name);
  if (::symlinkat(target.c_str(), folder_.get(), kNextCurrent) != 0) {
    return system_failure(fmt::format("make {}", shown(kNextCurrent)), errno);
  }
  if (::renameat(folder_.get(), kNextCurrent, folder_.get(), kCurrent) != 0) {
    return system_failure(fmt::format("switch {}", shown(kCurrent)), errno);
  }
  current_ = name.text;
  return sync_folder(folder_, path_.string());
}

Result<void> DirectoryLayout::remove(const ReleaseName& name) {
  const std::string place = in_releases(name);
  // Out of the releases at once: half of one would be taken for a whole one.
  if (::renameat(folder_.get(), place.c_str(), folder_.get(), kOutgoing) != 0) {
    return system_failure(fmt::format("remove {}", shown(place)), errno);
  }
  auto removed = output::remove_tree(folder_, kOutgoing, shown(kOutgoing));
  if (removed) std::erase(releases_, ReleaseName(name));
  return removed;
}

}  // namespace opsg::publishing
