#include "tree_index.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>

#include "catch2.h"
#include "temp_folder.h"
#include "text.h"

namespace opsg {
namespace {

namespace fs = std::filesystem;

/// A few folders and files, and their index.
class Tree {
 public:
  Tree() {
    for (const char* path : {"a.md", "b/c.md", "b/d/e.md"}) write(path, "text");
    fs::create_directory(root() / "empty");
    folder_ = FileDescriptor(::open(root().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    index_ = index_tree(folder_, 2).value();
  }

  const fs::path& root() const { return temporary_.path(); }
  const FileDescriptor& folder() const { return folder_; }
  const TreeIndex& index() const { return index_; }
  void write(const std::string& path, const std::string& bytes) const {
    fs::create_directories((root() / path).parent_path());
    std::ofstream(root() / path) << bytes;
  }
  bool stands(int jobs = 2) const {
    return digest_of_tree(folder_, index_.paths, jobs) == index_.digest;
  }

 private:
  testing::TempFolder temporary_;
  FileDescriptor folder_;
  TreeIndex index_;
};

/// Longer than the file system's clock stands still.
void let_time_pass() {
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
}

std::set<std::string> paths_of(const TreeIndex& index) {
  std::set<std::string> paths;
  for (const std::string_view path : split(index.paths, '\0')) paths.emplace(path);
  return paths;
}

TEST_CASE("an index has all folders and files, whatever their names") {
  const Tree tree;
  tree.write(".hidden", "");
  const TreeIndex index = index_tree(tree.folder(), 1).value();
  CHECK(paths_of(index) ==
        std::set<std::string>{"", ".hidden", "a.md", "b", "b/c.md", "b/d", "b/d/e.md", "empty"});
  CHECK(index.is_plain);
}

TEST_CASE("a tree is known again, by any number of threads") {
  const Tree tree;
  let_time_pass();
  for (const int jobs : {1, 2, 8}) CHECK(tree.stands(jobs));
  CHECK(is_before(tree.index().latest_change, file_clock()));
}

TEST_CASE("whatever is done to a tree, it is not known again") {
  const Tree tree;
  let_time_pass();
  const fs::path file = tree.root() / "b/c.md";
  const auto written = fs::last_write_time(file);
  SECTION("other bytes of the same length") {
    tree.write("b/c.md", "tExt");
  }
  SECTION("the same bytes, written again") {
    tree.write("b/c.md", "text");
  }
  SECTION("other bytes, and the old time of writing") {
    tree.write("b/c.md", "tExt");
    fs::last_write_time(file, written);
  }
  SECTION("a file of the same size and time in its place") {
    tree.write("other", "tExt");
    fs::last_write_time(tree.root() / "other", written);
    fs::rename(tree.root() / "other", file);
  }
  SECTION("a file more in the depth") {
    tree.write("b/d/f.md", "text");
  }
  SECTION("a file more, and the folder's old time") {
    const auto folder_written = fs::last_write_time(tree.root() / "b");
    tree.write("b/f.md", "text");
    fs::last_write_time(tree.root() / "b", folder_written);
  }
  SECTION("a file more in the tree's own folder") {
    tree.write("f.md", "text");
  }
  SECTION("a file less") {
    fs::remove(file);
  }
  SECTION("a folder more") {
    fs::create_directory(tree.root() / "empty/more");
  }
  SECTION("a folder less") {
    fs::remove(tree.root() / "empty");
  }
  SECTION("another name") {
    fs::rename(file, tree.root() / "b/C.md");
  }
  SECTION("two files change places") {
    fs::rename(file, tree.root() / "x");
    fs::rename(tree.root() / "a.md", file);
    fs::rename(tree.root() / "x", tree.root() / "a.md");
  }
  SECTION("other permissions of a file") {
    fs::permissions(file, fs::perms::owner_all);
  }
  SECTION("other permissions of a folder") {
    fs::permissions(tree.root() / "empty", fs::perms::owner_all);
  }
  SECTION("a link in a folder's place") {
    fs::remove(tree.root() / "empty");
    fs::create_directory_symlink("b", tree.root() / "empty");
  }
  SECTION("one more name of the same file") {
    fs::create_hard_link(file, tree.root() / "again");
  }
  CHECK_FALSE(tree.stands());
}

TEST_CASE("what a clock step could hide is younger than the index's latest change tells") {
  const Tree tree;
  const timespec begun = file_clock();
  const std::string path = GENERATE("a.md", "b/d/e.md", "b/new.md");
  tree.write(path, "more");
  const TreeIndex index = index_tree(tree.folder(), 2).value();
  CHECK_FALSE(is_before(index.latest_change, begun));
}

TEST_CASE("a tree with anything but files and folders is not plain") {
  const Tree tree;
  SECTION("a link") {
    fs::create_symlink("a.md", tree.root() / "link");
  }
  SECTION("a link to nothing") {
    fs::create_symlink("none", tree.root() / "b/link");
  }
  SECTION("a pipe") {
    REQUIRE(::mkfifo((tree.root() / "pipe").c_str(), 0600) == 0);
  }
  SECTION("a name of two lines") {
    tree.write("two\nlines", "");
  }
  CHECK_FALSE(index_tree(tree.folder(), 2).value().is_plain);
}

TEST_CASE("paths that no index has are of no tree") {
  const Tree tree;
  CHECK_FALSE(digest_of_tree(tree.folder(), "", 1));
  CHECK_FALSE(digest_of_tree(tree.folder(), "a.md", 1));
  CHECK_FALSE(digest_of_tree(tree.folder(), std::string_view("none\0", 5), 1));
  const auto other = digest_of_tree(tree.folder(), std::string_view("a.md\0", 5), 1);
  REQUIRE(other);
  CHECK(*other != tree.index().digest);
}

}  // namespace
}  // namespace opsg
