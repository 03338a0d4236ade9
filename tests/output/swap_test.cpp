#include "swap.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "catch2.h"
#include "output_test_support.h"

namespace opsg::output {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::files_in;
using testing::OutputSite;

const Files kBefore = {{"index.html", "old"},
                       {"a/index.html", "the same"},
                       {"withdrawn/index.html", "amber"},
                       {"relabelled/index.html", "with a secret"}};
const Files kAfter = {{"index.html", "new"},
                      {"a/index.html", "the same"},
                      {"b/c/index.html", "added"},
                      {"relabelled/index.html", "without"}};

ino_t inode(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

mode_t mode(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

/// For its lifetime the process has another umask.
class Umask {
 public:
  explicit Umask(mode_t mask) : before_(::umask(mask)) {}
  ~Umask() { ::umask(before_); }

 private:
  mode_t before_;
};

Files many_files(const std::string& text) {
  Files files;
  for (int i = 0; i < 300; ++i) {
    files[fmt::format("{}/{}/{}/index.html", i % 7, i % 50, i)] = i % 3 == 0 ? "same" : text;
  }
  return files;
}

TEST_CASE("many threads leave what one leaves, whatever the umask is") {
  const OutputSite site;
  const Umask narrow(0777);
  OutputTarget target = site.target();
  target.jobs = 8;
  for (const std::string text : {"first", "second", "third"}) {
    Files files = many_files(text);
    files[text + "/own/index.html"] = text;
    REQUIRE(swap_in(testing::audited(files, "public"), target));
    CHECK(files_in(site.folder()) == files);
    CHECK(mode(site.folder() / "0" / "0") == 0755);
    CHECK(mode(site.folder() / text / "own" / "index.html") == 0644);
  }
}

TEST_CASE("the first site is put where there was none") {
  const OutputSite site;
  const auto report = site.publish(kBefore);
  REQUIRE(report);
  CHECK(files_in(site.folder()) == kBefore);
  CHECK(report->written == 4);
  CHECK(report->unchanged == 0);
  CHECK(report->removed == 0);
}

TEST_CASE("the next site replaces it, and the report tells what changed") {
  const OutputSite site;
  REQUIRE(site.publish(kBefore));
  const auto report = site.publish(kAfter);
  REQUIRE(report);
  CHECK(files_in(site.folder()) == kAfter);
  CHECK(report->written == 3);
  CHECK(report->unchanged == 1);
  CHECK(report->removed == 1);
}

TEST_CASE("nothing withdrawn stays on disk") {
  const OutputSite site;
  REQUIRE(site.publish(kBefore));
  REQUIRE(site.publish(kAfter));
  CHECK(files_in(site.standby()) == Files{{"lock", ""}, {"tree/a/index.html", "the same"}});
  CHECK_FALSE(fs::exists(site.standby() / "tree/withdrawn"));
  CHECK_FALSE(fs::exists(site.standby() / "tree" / kManifestName));
}

TEST_CASE("sites may alternate for ever") {
  const OutputSite site;
  for (int i = 0; i < 3; ++i) {
    REQUIRE(site.publish(kBefore));
    REQUIRE(files_in(site.folder()) == kBefore);
    REQUIRE(site.publish(kAfter));
    REQUIRE(files_in(site.folder()) == kAfter);
  }
}

TEST_CASE("only files whose bytes differ are written") {
  const OutputSite site;
  REQUIRE(site.publish(kBefore));
  REQUIRE(site.publish(kAfter));
  const ino_t waiting = inode(site.standby() / "tree/a/index.html");
  Files newer = kAfter;
  newer["index.html"] = "newer";
  REQUIRE(site.publish(newer));
  CHECK(inode(site.folder() / "a/index.html") == waiting);
  CHECK(files_in(site.folder()) == newer);
}

TEST_CASE("bytes of the same length are told apart") {
  const OutputSite site;
  const std::string large(300'000, 'x');
  REQUIRE(site.publish({{"large", large + "1"}, {"small", "1"}}));
  REQUIRE(site.publish({{"large", large + "2"}, {"small", "2"}}));
  REQUIRE(site.publish({{"large", large + "3"}, {"small", "2"}}));
  CHECK(files_in(site.folder()) == Files{{"large", large + "3"}, {"small", "2"}});
}

TEST_CASE("the same site again leaves the folder as it is") {
  const OutputSite site;
  REQUIRE(site.publish(kBefore));
  const ino_t folder = inode(site.folder());
  const auto report = site.publish(kBefore);
  REQUIRE(report);
  CHECK(inode(site.folder()) == folder);
  CHECK(report->written == 0);
  CHECK(report->unchanged == 4);
}

TEST_CASE("modes are the same whatever the umask is") {
  const Umask umask(GENERATE(mode_t{0000}, mode_t{0022}, mode_t{0077}));
  const OutputSite site;
  REQUIRE(site.publish(kBefore));
  REQUIRE(site.publish(kAfter));
  CHECK(mode(site.folder()) == 0755);
  CHECK(mode(site.folder() / "b") == 0755);
  CHECK(mode(site.folder() / "b/c") == 0755);
  CHECK(mode(site.folder() / "b/c/index.html") == 0644);
  CHECK(mode(site.folder() / kManifestName) == 0644);
  CHECK(mode(site.standby()) == 0700);
  CHECK(mode(site.standby() / "lock") == 0600);
}

TEST_CASE("modes that were changed by hand are put right") {
  const OutputSite site;
  REQUIRE(site.publish(kAfter));
  fs::permissions(site.folder() / "index.html", fs::perms(0600));
  fs::permissions(site.folder() / "b", fs::perms(0700));
  REQUIRE(site.publish(kAfter));
  CHECK(mode(site.folder() / "index.html") == 0644);
  CHECK(mode(site.folder() / "b") == 0755);
}

TEST_CASE("a set-group-id parent does not show in the modes") {
  const OutputSite site;
  fs::permissions(site.root(), fs::perms(02755));
  REQUIRE(site.publish(kAfter));
  CHECK(mode(site.folder()) == 0755);
  CHECK(mode(site.folder() / "b/c") == 0755);
}

TEST_CASE("a file may become a folder and a folder a file") {
  const OutputSite site;
  const Files one = {{"a", "file"}, {"b/c/d", "deep"}};
  const Files other = {{"a/b/c", "deep"}, {"b", "file"}};
  REQUIRE(site.publish(one));
  REQUIRE(site.publish(other));
  CHECK(files_in(site.folder()) == other);
  REQUIRE(site.publish(one));
  CHECK(files_in(site.folder()) == one);
}

TEST_CASE("a reader who has a file of the old site open reads it to its end") {
  const OutputSite site;
  REQUIRE(site.publish(kBefore));
  const FileDescriptor open_file(
      ::open((site.folder() / "index.html").c_str(), O_RDONLY | O_CLOEXEC));
  REQUIRE(site.publish(kAfter));
  REQUIRE(site.publish(kBefore));
  REQUIRE(site.publish(kAfter));
  char bytes[8] = {};
  CHECK(::read(open_file.get(), bytes, sizeof bytes) == 3);
  CHECK(std::string(bytes) == "old");
}

TEST_CASE("a hard link to a file of the site keeps its bytes") {
  const OutputSite site;
  REQUIRE(site.publish(kBefore));
  fs::create_hard_link(site.folder() / "index.html", site.root() / "backup");
  REQUIRE(site.publish(kAfter));
  REQUIRE(site.publish({{"index.html", "newer"}}));
  CHECK(files_in(site.root()).at("backup") == "old");
}

TEST_CASE("the manifest can be checked with sha256sum") {
  const OutputSite site;
  REQUIRE(site.publish(kAfter));
  const std::string command = "cd '" + site.folder().string() +
                              "' && sha256sum --check --strict --status .opsg-site-manifest";
  CHECK(std::system(command.c_str()) == 0);
  testing::write(site.folder() / "index.html", "edited");
  CHECK(std::system(command.c_str()) != 0);
}

TEST_CASE("unsafe paths are refused before anything is touched") {
  const OutputSite site;
  CHECK(site.error_of_publishing({{"../escaped", "x"}}) ==
        "failed: `../escaped` is no path for an output file");
  CHECK_FALSE(fs::exists(site.root() / "escaped"));
  CHECK_FALSE(fs::exists(site.standby()));
}

TEST_CASE("a site may have no files") {
  const OutputSite site;
  REQUIRE(site.publish({}));
  REQUIRE(site.publish(kBefore));
  REQUIRE(site.publish({}));
  CHECK(files_in(site.folder()).empty());
}

}  // namespace
}  // namespace opsg::output
