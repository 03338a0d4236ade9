#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "file_descriptor.h"
#include "result.h"

namespace opsg::preview {

/// What of a folder is watched.
struct WatchScope {
  std::filesystem::path root;
  /// Names of files and folders in it, which may be missing now; folders with all below them.
  std::set<std::string, std::less<>> entries;
  /// Names of no meaning: editors' temporary files. May be empty.
  std::function<bool(std::string_view)> is_ignored;
};

/// Tells when files change, by Linux's inotify(7). Events say where to look, nothing more: after
/// each, the folders are looked through again, so that none is missed that was made, renamed or
/// put back in between, and a queue that ran over only means that there was a change.
class FileWatcher {
 public:
  enum class Wake { changed, timeout, stopped };

  /// Watches from now on: what changes before the first wait() is told by it. A failure where not
  /// all can be watched. Where that is so later, wait() tells of a change every second.
  static Result<FileWatcher> start(WatchScope scope);

  /// Waits for a change, and then until the files have been still for a moment, which a save of
  /// many files needs. Ends when `stop` becomes readable, or at the deadline.
  Wake wait(int stop, std::optional<std::chrono::steady_clock::time_point> deadline = std::nullopt);

 private:
  FileWatcher(WatchScope scope, FileDescriptor inotify)
      : scope_(std::move(scope)), inotify_(std::move(inotify)) {}

  enum class Folder { root, below };
  struct Events {
    bool relevant = false;  ///< Something that is watched has changed.
    bool folders = false;   ///< Folders came, went or may have.
  };

  struct Ready {
    bool events = false;
    bool stopped = false;
  };

  void watch_folders();
  void watch_below(const std::filesystem::path& folder, int depth, std::map<int, Folder>& watched);
  std::optional<int> watch(const std::filesystem::path& folder);
  Ready poll(int stop, std::chrono::milliseconds longest) const;
  bool take_events();
  Events read_events();
  void read_event(int watch, std::uint32_t what, std::string_view name, Events& events) const;
  bool is_relevant(Folder folder, std::string_view name) const;
  void settle();

  WatchScope scope_;
  FileDescriptor inotify_;
  std::map<int, Folder> watched_;
  int refused_ = 0;  ///< Why a folder could not be watched (errno): look again soon. 0: all are.
};

}  // namespace opsg::preview
