#include "file_watcher.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <string>
#include <thread>

#include "catch2.h"
#include "temp_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using opsg::FileDescriptor;
using opsg::preview::FileWatcher;
using opsg::preview::WatchScope;
using opsg::testing::TempFolder;
using Wake = FileWatcher::Wake;

constexpr auto kLongEnough = 3s;  ///< For an event that must come.
constexpr auto kStill = 60ms;     ///< For one that must not.

void write(const fs::path& path, const std::string& text = "x") {
  std::ofstream(path) << text;
}

struct Watched {
  explicit Watched(fs::path root) {
    auto started = FileWatcher::start(
        {std::move(root), {"site.toml", "content", "themes"}, [](std::string_view name) {
           return name.starts_with('.') || name.ends_with('~');
         }});
    REQUIRE(started);
    watcher.emplace(std::move(*started));
  }

  Wake wait(std::chrono::milliseconds longest) {
    return watcher->wait(stop.get(), std::chrono::steady_clock::now() + longest);
  }
  bool sees_change() { return wait(kLongEnough) == Wake::changed; }
  bool sees_nothing() { return wait(kStill) == Wake::timeout; }

  FileDescriptor stop{eventfd(0, EFD_CLOEXEC)};
  std::optional<FileWatcher> watcher;
};

/// A site with one record, whose changes are seen.
struct WatchedSite {
  WatchedSite() {
    fs::create_directories(root / "content/meetings/41");
    write(record);
    write(root / "site.toml");
    watched.emplace(root.path());
  }

  TempFolder root;
  const fs::path record = root / "content/meetings/41/minutes.md";
  std::optional<Watched> watched;
};

}  // namespace

TEST_CASE("Every way to save a file is seen") {
  WatchedSite site;
  Watched& watched = *site.watched;
  CHECK(watched.sees_nothing());
  write(site.record, "in place");
  CHECK(watched.sees_change());
  write(site.root / "content/.new", "by renaming");
  CHECK(watched.sees_nothing());
  fs::rename(site.root / "content/.new", site.record);
  CHECK(watched.sees_change());
  fs::create_hard_link(site.record, site.root / "content/linked.md");
  CHECK(watched.sees_change());
  fs::remove(site.root / "content/linked.md");
  CHECK(watched.sees_change());
  write(site.root / "site.toml", "top level");
  CHECK(watched.sees_change());
  fs::permissions(site.record, fs::perms::owner_read);
  CHECK(watched.sees_change());
  CHECK(watched.sees_nothing());
}

TEST_CASE("What is no source is not seen: output, editors' files") {
  WatchedSite site;
  fs::create_directory(site.root / "public");
  write(site.root / "public/index.html");
  write(site.root / "notes.txt");
  write(site.root / "content/meetings/41/.minutes.md.swp");
  write(site.root / "content/meetings/41/minutes.md~");
  CHECK(site.watched->sees_nothing());
}

TEST_CASE("A save of many files is one change") {
  WatchedSite site;
  for (int i = 0; i < 50; ++i) write(site.root / ("content/" + std::to_string(i) + ".md"));
  CHECK(site.watched->sees_change());
  CHECK(site.watched->sees_nothing());
}

TEST_CASE("New folders are watched, with what was in them before") {
  WatchedSite site;
  fs::create_directories(site.root / "content/a/b/c");
  CHECK(site.watched->sees_change());
  write(site.root / "content/a/b/c/new.md");
  CHECK(site.watched->sees_change());

  TempFolder elsewhere;
  fs::create_directories(elsewhere / "d/e");
  fs::rename(elsewhere / "d", site.root / "content/d");
  CHECK(site.watched->sees_change());
  write(site.root / "content/d/e/new.md");
  CHECK(site.watched->sees_change());
}

TEST_CASE("A renamed folder is still watched, and one that left is not") {
  WatchedSite site;
  fs::rename(site.root / "content/meetings", site.root / "content/gatherings");
  CHECK(site.watched->sees_change());
  write(site.root / "content/gatherings/41/minutes.md", "renamed");
  CHECK(site.watched->sees_change());

  TempFolder elsewhere;
  fs::rename(site.root / "content/gatherings", elsewhere / "gone");
  CHECK(site.watched->sees_change());
  write(elsewhere / "gone/41/minutes.md", "left");
  CHECK(site.watched->sees_nothing());
}

TEST_CASE("Folders may change places") {
  WatchedSite site;
  fs::create_directories(site.root / "content/other/42");
  CHECK(site.watched->sees_change());
  fs::rename(site.root / "content/other", site.root / "content/.third");
  fs::rename(site.root / "content/meetings", site.root / "content/other");
  fs::rename(site.root / "content/.third", site.root / "content/meetings");
  CHECK(site.watched->sees_change());
  write(site.root / "content/meetings/42/new.md");
  CHECK(site.watched->sees_change());
  write(site.root / "content/other/41/new.md");
  CHECK(site.watched->sees_change());
}

TEST_CASE("What is removed and made again is found again") {
  WatchedSite site;
  fs::remove_all(site.root / "content");
  CHECK(site.watched->sees_change());
  fs::create_directories(site.root / "content/meetings");
  CHECK(site.watched->sees_change());
  write(site.root / "content/meetings/new.md");
  CHECK(site.watched->sees_change());
  fs::create_directory(site.root / "themes");
  CHECK(site.watched->sees_change());
  write(site.root / "themes/theme.toml");
  CHECK(site.watched->sees_change());
}

TEST_CASE("A site that is moved away and put back is found again") {
  const TempFolder parent;
  const fs::path root = parent / "site";
  fs::create_directories(root / "content");
  Watched watched(root);
  fs::rename(root, parent / "moved");
  CHECK(watched.sees_change());
  fs::rename(parent / "moved", root);
  CHECK(watched.sees_change());
  while (watched.wait(1500ms) == Wake::changed) continue;
  write(root / "content/new.md");
  CHECK(watched.sees_change());
}

TEST_CASE("A theme may be a link to a folder, and links that go in circles do no harm") {
  TempFolder shared;
  WatchedSite site;
  fs::create_directory(site.root / "themes");
  fs::create_directory_symlink(shared.path(), site.root / "themes/ours");
  fs::create_directory_symlink(site.root / "content", site.root / "content/circle");
  CHECK(site.watched->sees_change());
  CHECK(site.watched->sees_nothing());
  write(shared / "theme.toml");
  CHECK(site.watched->sees_change());
}

TEST_CASE("A queue that runs over is a change, and nothing is lost by it") {
  WatchedSite site;
  std::uintmax_t longest_queue = 0;
  std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> longest_queue;
  REQUIRE(longest_queue > 0);
  // Equal events one after the other are one, so that two files take turns.
  for (std::uintmax_t i = 0; i < longest_queue / 4 + 100; ++i) {
    write(site.root / "content/a.md");
    write(site.root / "content/b.md");
    fs::remove(site.root / "content/a.md");
    fs::remove(site.root / "content/b.md");
  }
  fs::create_directory(site.root / "content/late");
  CHECK(site.watched->sees_change());
  CHECK(site.watched->sees_nothing());
  write(site.root / "content/late/new.md");
  CHECK(site.watched->sees_change());
}

TEST_CASE("Waiting ends when it is told to, also amid changes") {
  WatchedSite site;
  std::jthread stopper([&] {
    std::this_thread::sleep_for(20ms);
    const std::uint64_t one = 1;
    REQUIRE(::write(site.watched->stop.get(), &one, sizeof(one)) == sizeof(one));
  });
  CHECK(site.watched->wait(kLongEnough) == Wake::stopped);
  write(site.record);
  CHECK(site.watched->wait(kLongEnough) == Wake::stopped);
}

TEST_CASE("A folder that is not there cannot be watched") {
  const TempFolder parent;
  const auto watcher = FileWatcher::start({parent / "none", {"content"}, {}});
  REQUIRE_FALSE(watcher);
  CHECK(watcher.error().message ==
        "cannot watch " + (parent / "none").string() + ": No such file or directory");
}
