#include "directory_target.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "catch2.h"
#include "folder_verification.h"
#include "publishing_fixture.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::PublishedSite;
using Numbers = std::vector<std::string>;

const Files kFirst = {
    {"a/index.html", "a"}, {"assets/site.6b86b273ff34.css", "1"}, {"index.html", "first"}};
const Files kSecond = {
    {"assets/site.6b86b273ff34.css", "1"}, {"b/index.html", "b"}, {"index.html", "second"}};

ino_t file_number(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_ino;
}

TEST_CASE("a first release is served from `current`, and holds what its manifest says") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  CHECK(site.served() == kFirst);
  CHECK(site.release_numbers() == Numbers{"0001"});
  CHECK(site.report().uploaded ==
        std::vector<std::string>{"a/index.html", "assets/site.6b86b273ff34.css", "index.html"});
  CHECK(fs::read_symlink(site.www() / "current") == "releases/" + site.report().release);
  const auto verified = verify_folder(site.www() / "current");
  REQUIRE(verified);
  CHECK(verified->holds());
}

TEST_CASE("the next release stands beside the last") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  const fs::path first = fs::canonical(site.www() / "current");
  REQUIRE(site.publish(kSecond) == "");
  CHECK(site.served() == kSecond);
  CHECK(testing::files_in(first) == kFirst);
  CHECK(site.report().uploaded == std::vector<std::string>{"b/index.html", "index.html"});
  CHECK(site.report().removed == std::vector<std::string>{"a/index.html"});
  CHECK(site.report().unchanged == 1);
}

TEST_CASE("an unchanged file keeps its time, for caches to know it by") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  const ino_t asset = file_number(site.www() / "current/assets/site.6b86b273ff34.css");
  const ino_t page = file_number(site.www() / "current/index.html");
  REQUIRE(site.publish(kSecond) == "");
  CHECK(file_number(site.www() / "current/assets/site.6b86b273ff34.css") == asset);
  CHECK(file_number(site.www() / "current/index.html") != page);
  // And not the output folder's file, which the next build may remove.
  CHECK(file_number(site.root() / "public/assets/site.6b86b273ff34.css") != asset);
}

TEST_CASE("a site that is served already is not published again") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  REQUIRE(site.publish(kFirst) == "");
  CHECK(site.report().up_to_date());
  CHECK(site.release_numbers() == Numbers{"0001"});
}

TEST_CASE("a release that was harmed since is replaced, and what is whole of it used") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  testing::write(site.www() / "current/index.html", "defaced");
  REQUIRE(site.publish(kFirst) == "");
  CHECK(site.served() == kFirst);
  CHECK(site.release_numbers() == Numbers{"0001", "0002"});
}

TEST_CASE("the last releases are kept, and older ones removed") {
  PublishedSite site(2);
  for (const char* text : {"1", "2", "3", "4"}) REQUIRE(site.publish({{"index.html", text}}) == "");
  CHECK(site.release_numbers() == Numbers{"0003", "0004"});
  CHECK(site.served() == Files{{"index.html", "4"}});
}

TEST_CASE("where one release is kept, nothing withdrawn stays on the disk") {
  PublishedSite site(1);
  REQUIRE(site.publish({{"index.html", "withdrawn"}}) == "");
  REQUIRE(site.publish({{"index.html", "rest"}}) == "");
  CHECK(site.release_numbers() == Numbers{"0002"});
}

TEST_CASE("the assets of the last release stay for one more, as the manifest says") {
  PublishedSite site;
  const Files third = {{"assets/site.4e07408562be.css", "3"}, {"index.html", "third"}};
  REQUIRE(site.publish(kSecond) == "");
  REQUIRE(site.publish(third) == "");
  Files expected = third;
  expected["assets/site.6b86b273ff34.css"] = "1";
  CHECK(site.served() == expected);
  const auto verified = verify_folder(site.www() / "current");
  REQUIRE(verified);
  CHECK(verified->holds());
  REQUIRE(site.publish(third) == "");
  CHECK(site.report().up_to_date());
  REQUIRE(site.publish({{"assets/site.4e07408562be.css", "3"}, {"index.html", "fourth"}}) == "");
  CHECK(site.served().count("assets/site.6b86b273ff34.css") == 0);
}

TEST_CASE("a dry run says what would be done, and does nothing") {
  PublishedSite site;
  PublishRequest request;
  request.dry_run = true;
  REQUIRE(site.publish(kFirst, request) == "");
  CHECK(site.report().uploaded.size() == 3);
  CHECK_FALSE(fs::exists(site.www()));
  REQUIRE(site.publish(kFirst) == "");
  REQUIRE(site.publish(kSecond, request) == "");
  CHECK(site.report().removed == std::vector<std::string>{"a/index.html"});
  CHECK(site.served() == kFirst);
}

TEST_CASE("a folder that holds anything else is refused, untouched") {
  PublishedSite site;
  testing::write(site.www() / "index.html", "somebody's");
  const Files before = testing::files_in(site.www());
  CHECK(site.publish(kFirst) ==
        "refused: will not publish to SITE/www: it holds index.html, which opsg-site did not "
        "write");
  CHECK(testing::files_in(site.www()) == before);
}

TEST_CASE("a foreign folder among the releases is refused") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  fs::create_directory(site.www() / "releases/backup");
  CHECK(site.publish(kSecond) ==
        "refused: will not publish to SITE/www: it holds releases/backup, which opsg-site did not "
        "write");
  CHECK(site.served() == kFirst);
}

TEST_CASE("a `current` that leads elsewhere is refused") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  fs::remove(site.www() / "current");
  SECTION("a link out of the target") {
    fs::create_symlink("/etc", site.www() / "current");
  }
  SECTION("a link out of the releases") {
    fs::create_symlink("releases/../x", site.www() / "current");
  }
  SECTION("a folder") {
    fs::create_directory(site.www() / "current");
  }
  CHECK(site.publish(kSecond) ==
        "refused: will not publish to SITE/www: its `current` is no link to a release of "
        "opsg-site");
}

TEST_CASE("a target of another audience is refused") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  PublishedSite other(5, "members");
  fs::copy(site.www(), other.www(), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  CHECK(other.publish(kSecond) ==
        "refused: will not publish to SITE/www: it holds the site of the audience `public`, and "
        "this one is for `members`");
  CHECK(other.served() == kFirst);
}

TEST_CASE("what a killed run has left is removed") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  testing::write(site.www() / "incoming/half/index.html", "half");
  testing::write(site.www() / "outgoing/index.html", "old");
  fs::create_symlink("releases/x", site.www() / ".current.new");
  REQUIRE(site.publish(kSecond) == "");
  CHECK(site.served() == kSecond);
  CHECK_FALSE(fs::exists(site.www() / "incoming"));
  CHECK_FALSE(fs::exists(site.www() / "outgoing"));
}

TEST_CASE("a lost `current` is made anew") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  SECTION("the link is gone") {
    fs::remove(site.www() / "current");
  }
  SECTION("its release is gone") {
    fs::remove_all(fs::canonical(site.www() / "current"));
  }
  REQUIRE(site.publish(kFirst) == "");
  CHECK(site.served() == kFirst);
}

TEST_CASE("two publishes do not mix") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  PublishRequest request;
  std::string second;
  request.step = [&](std::string_view step) {
    if (step != "copying the files") return;
    auto target = site.target();
    const auto report = target.publish({site.root() / "public", {}}, {});
    REQUIRE_FALSE(report);
    second = site.error_of(report.error());
  };
  REQUIRE(site.publish(kSecond, request) == "");
  CHECK(second == "failed: another publish is writing SITE/www; wait for its end");
  CHECK(site.served() == kSecond);
}

TEST_CASE("a second publish of one site fails, whatever its target") {
  PublishedSite site;
  PublishRequest request;
  std::string second;
  request.step = [&](std::string_view step) {
    if (step == "copying the files") second = site.publish(kFirst);
  };
  REQUIRE(site.publish(kSecond, request) == "");
  CHECK(second == "failed: SITE/public is just being published; wait for its end");
}

TEST_CASE("a file that changes while it is published is not served") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  PublishRequest request;
  request.step = [&](std::string_view step) {
    if (step != "copying the files") return;
    testing::write(site.root() / ".public.opsg-standby/release/index.html", "tampered");
  };
  CHECK(site.publish(kSecond, request) ==
        "unverified: index.html has been changed while it was published");
  CHECK(site.served() == kFirst);
  CHECK(site.release_numbers() == Numbers{"0001"});
}

TEST_CASE("nothing of a release stays beside the output folder") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  CHECK_FALSE(fs::exists(site.root() / ".public.opsg-standby/release"));
}

TEST_CASE("releases are listed, found and switched back to") {
  PublishedSite site;
  REQUIRE(site.publish(kFirst) == "");
  const std::string first = site.report().release;
  REQUIRE(site.publish(kSecond) == "");
  DirectoryTarget target = site.target();
  const auto releases = target.releases();
  REQUIRE(releases);
  REQUIRE(releases->size() == 2);
  CHECK((*releases)[0].is_current);
  CHECK((*releases)[1].name == first);
  for (const char* name : {"", "1", "0001"}) CHECK(target.find(name) == first);
  CHECK(site.error_of(target.find("7").error()) ==
        "refused: SITE/www has no release `7`; `opsg-site rollback --list` lists them");

  REQUIRE(target.switch_back(first, {}));
  CHECK(site.served() == kFirst);
  CHECK(site.error_of(target.find("").error()) ==
        "refused: SITE/www has no release before the one that is served");
  REQUIRE(site.publish({{"index.html", "third"}}) == "");
  CHECK(site.report().release.substr(0, 4) == "0003");
}

TEST_CASE("what is served is read, and nothing where there is nothing") {
  PublishedSite site;
  DirectoryTarget target = site.target();
  CHECK(target.read("index.html") == std::nullopt);
  REQUIRE(site.publish(kFirst) == "");
  CHECK(target.read("index.html") == "first");
  CHECK(target.read("data/passages.json") == std::nullopt);
}

}  // namespace
}  // namespace opsg::publishing
