#include "file_watcher.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "file_system.h"

namespace opsg::preview {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kWatchedEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                         IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF |
                                         IN_ONLYDIR;
constexpr std::uint32_t kOfFolderItself = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT;
constexpr auto kStillness = 8ms;  ///< Without events: what was being saved is complete.
constexpr auto kLongestSettling = 100ms;
constexpr auto kRetry = 1000ms;  ///< While not everything can be watched.
constexpr auto kForever = std::chrono::milliseconds(-1);
constexpr int kDeepestFolder = 64;

bool is_folder(const fs::directory_entry& entry, bool follow_links) {
  std::error_code error;
  if (entry.is_symlink(error) && !follow_links) return false;
  return entry.is_directory(error);
}

/// At least 1 ms, so that a deadline that is due soon is not asked for over and over.
std::chrono::milliseconds time_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
  return std::max(left, std::chrono::milliseconds(1));
}

}  // namespace

Result<FileWatcher> FileWatcher::start(WatchScope scope) {
  FileDescriptor inotify(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!inotify) return system_failure("watch files", errno);
  FileWatcher watcher(std::move(scope), std::move(inotify));
  watcher.watch_folders();
  if (watcher.refused_ == 0) return watcher;
  const auto failed =
      system_failure(fmt::format("watch {}", watcher.scope_.root.string()), watcher.refused_);
  if (watcher.refused_ != ENOSPC) return failed;
  return failure(failed.value().message +
                 "; there are more folders than fs.inotify.max_user_watches allows (sysctl)");
}

FileWatcher::Wake FileWatcher::wait(int stop, std::optional<Clock::time_point> deadline) {
  for (;;) {
    std::chrono::milliseconds longest = deadline ? time_until(*deadline) : kForever;
    const bool look_again = refused_ != 0;
    if (look_again) longest = longest < 0ms ? kRetry : std::min(longest, kRetry);
    const Ready ready = poll(stop, longest);
    if (ready.stopped) return Wake::stopped;
    if (look_again && !ready.events) watch_folders();
    if ((ready.events && take_events()) || (look_again && !ready.events)) {
      settle();
      return Wake::changed;
    }
    if (deadline && Clock::now() >= *deadline) return Wake::timeout;
  }
}

void FileWatcher::settle() {
  const auto latest = Clock::now() + kLongestSettling;
  while (Clock::now() < latest && poll(-1, kStillness).events) take_events();
}

FileWatcher::Ready FileWatcher::poll(int stop, std::chrono::milliseconds longest) const {
  std::array<pollfd, 2> waited = {pollfd{inotify_.get(), POLLIN, 0}, pollfd{stop, POLLIN, 0}};
  // Interrupted by a signal, it says that nothing happened: the caller asks again.
  const int ready = ::poll(waited.data(), waited.size(), static_cast<int>(longest.count()));
  if (ready <= 0) return {};
  return {waited[0].revents != 0, waited[1].revents != 0};
}

/// Whether something that is watched has changed.
bool FileWatcher::take_events() {
  const Events events = read_events();
  if (events.folders) watch_folders();
  return events.relevant;
}

FileWatcher::Events FileWatcher::read_events() {
  Events events;
  alignas(inotify_event) std::array<char, 64 * 1024> buffer;
  for (;;) {
    const ssize_t size = ::read(inotify_.get(), buffer.data(), buffer.size());
    if (size <= 0) return events;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof(event));
      const char* name = event.len > 0 ? buffer.data() + at + sizeof(event) : "";
      read_event(event.wd, event.mask, name, events);
      at += sizeof(event) + event.len;
    }
  }
}

void FileWatcher::read_event(int watch, std::uint32_t what, std::string_view name,
                             Events& events) const {
  if ((what & IN_Q_OVERFLOW) != 0) {
    events = {true, true};
    return;
  }
  const auto folder = watched_.find(watch);
  if (folder == watched_.end()) return;  // Watched no more; this was in the queue before.
  const bool is_itself = (what & kOfFolderItself) != 0;
  if (!is_itself && !is_relevant(folder->second, name)) return;
  events.relevant = true;
  if (is_itself || (what & IN_ISDIR) != 0) events.folders = true;
  // A link may lead to a folder.
  if ((what & (IN_CREATE | IN_MOVED_TO)) != 0) events.folders = true;
}

bool FileWatcher::is_relevant(Folder folder, std::string_view name) const {
  if (folder == Folder::root) return scope_.entries.contains(name);
  return !scope_.is_ignored || !scope_.is_ignored(name);
}

/// Watches of folders that are watched already stay as they are: the kernel knows them again.
void FileWatcher::watch_folders() {
  refused_ = 0;
  std::map<int, Folder> watched;
  if (const auto root = watch(scope_.root)) {
    watched.emplace(*root, Folder::root);
  } else if (refused_ == 0) {
    refused_ = ENOENT;
  }
  for (const std::string& entry : scope_.entries) {
    std::error_code error;
    if (fs::is_directory(scope_.root / entry, error)) watch_below(scope_.root / entry, 0, watched);
  }
  for (const auto& [watch, folder] : watched_) {
    if (!watched.contains(watch)) inotify_rm_watch(inotify_.get(), watch);
  }
  watched_ = std::move(watched);
}

void FileWatcher::watch_below(const fs::path& folder, int depth, std::map<int, Folder>& watched) {
  // First watched, then read: what comes later is an event.
  const auto added = watch(folder);
  if (!added || !watched.emplace(*added, Folder::below).second || depth > kDeepestFolder) return;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    // A theme may be a link to a folder that sites share; deeper, nothing follows links.
    if (!is_relevant(Folder::below, name) || !is_folder(*entry, depth == 0)) continue;
    watch_below(entry->path(), depth + 1, watched);
  }
}

/// Nothing where the folder is gone, or may not be read: its parent tells when that changes.
std::optional<int> FileWatcher::watch(const fs::path& folder) {
  const int watch = inotify_add_watch(inotify_.get(), folder.c_str(), kWatchedEvents);
  if (watch >= 0) return watch;
  if (errno == ENOSPC || errno == ENOMEM) refused_ = errno;
  return std::nullopt;
}

}  // namespace opsg::preview
