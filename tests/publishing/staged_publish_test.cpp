#include "staged_publish.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "catch2.h"
#include "memory_publish.h"

namespace opsg::publishing {
namespace {

using testing::Break;
using testing::check_holds;
using testing::error_of;
using testing::Files;
using testing::kFirst;
using testing::kSecond;
using testing::MemoryStore;
using testing::publish;
using testing::PublisherHome;
using testing::PublishOptions;
using testing::ReleaseFixture;

const Files kThird = {{"index.html", "uses assets/site.2.css"},
                      {"assets/site.2.css", "second style"},
                      {"f/index.html", "uses assets/site.2.css"},
                      {"feed.xml", "third feed"}};

/// Every page that is there in full finds the style sheet that it names.
void check_assets(const MemoryStore& store) {
  for (const auto& [path, bytes] : store.files) {
    for (const std::string asset : {"assets/site.1.css", "assets/site.2.css"}) {
      if (bytes.find("uses " + asset) == std::string::npos) continue;
      CAPTURE(path, asset);
      REQUIRE(store.files.contains(asset));
      REQUIRE(store.files.at(asset).size() >= 11);
    }
  }
}

TEST_CASE("assets go first, then pages, then feeds and data, then the manifest") {
  const PublisherHome home;
  MemoryStore store;
  const ReleaseFixture first(kFirst);
  const auto report = publish(store, first);
  REQUIRE(report);
  check_holds(store, first);
  CHECK(store.log == std::vector<std::string>{
                         "put .opsg-site-publishing", "put assets/site.1.css", "put c/d/paper.pdf",
                         "put a/index.html", "put b/index.html", "put c/d/index.html",
                         "put index.html", "put data/x.json", "put feed.xml",
                         "put .opsg-site-manifest", "remove .opsg-site-publishing"});
  CHECK(report->uploaded.size() == 8);
  CHECK(report->removed.empty());
}

TEST_CASE("what is withdrawn goes last, pages first; what stays the same is left alone") {
  const PublisherHome home;
  MemoryStore store;
  REQUIRE(publish(store, ReleaseFixture(kFirst)));
  store.log.clear();
  const ReleaseFixture second(kSecond);
  const auto report = publish(store, second);
  REQUIRE(report);
  check_holds(store, second);
  CHECK(store.log == std::vector<std::string>{
                         "put .opsg-site-publishing", "put assets/site.2.css", "put a/index.html",
                         "put e/index.html", "put index.html", "put feed.xml",
                         "put .opsg-site-manifest", "remove b/index.html", "remove c/d/index.html",
                         "remove c/d/paper.pdf", "remove .opsg-site-publishing"});
  CHECK(report->unchanged == 2);
  CHECK(report->removed ==
        std::vector<std::string>{"b/index.html", "c/d/index.html", "c/d/paper.pdf"});
}

TEST_CASE("where nothing differs, nothing is written") {
  const PublisherHome home;
  MemoryStore store;
  const ReleaseFixture first(kFirst);
  REQUIRE(publish(store, first));
  store.log.clear();
  const auto report = publish(store, first);
  REQUIRE(report);
  CHECK(report->up_to_date());
  CHECK(report->unchanged == kFirst.size());
  CHECK(store.log.empty());
}

TEST_CASE("a dry run says what would be done, and does nothing") {
  const PublisherHome home;
  MemoryStore store;
  REQUIRE(publish(store, ReleaseFixture(kFirst)));
  store.log.clear();
  PublishOptions options;
  options.dry_run = true;
  const auto report = publish(store, ReleaseFixture(kSecond), options);
  REQUIRE(report);
  CHECK(report->uploaded == std::vector<std::string>{"a/index.html", "assets/site.2.css",
                                                     "e/index.html", "feed.xml", "index.html"});
  CHECK(report->removed.size() == 3);
  CHECK(store.log.empty());
}

TEST_CASE("a file may become a folder, and a folder a file") {
  const PublisherHome home;
  MemoryStore store;
  const ReleaseFixture before({{"a", "file"}, {"b/c/d", "file"}, {"index.html", "x"}}),
      after({{"a/b/index.html", "page"}, {"b", "file"}, {"index.html", "x"}});
  REQUIRE(publish(store, before));
  store.log.clear();
  REQUIRE(publish(store, after));
  check_holds(store, after);
  CHECK(store.log[1] == "remove a");
  CHECK(store.log[2] == "remove b/c/d");
}

TEST_CASE("files of others are refused, untouched") {
  const PublisherHome home;
  const ReleaseFixture first(kFirst);
  MemoryStore store;
  store.files["wp-login.php"] = "x";
  CHECK(error_of(publish(store, first)) ==
        "will not publish to memory:site: it holds wp-login.php, which opsg-site did not put "
        "there\nIf that is the host's, name it in the target's `leave`.");
  store.files.clear();
  REQUIRE(publish(store, first));
  store.empty_folders = {"stats"};
  CHECK(error_of(publish(store, ReleaseFixture(kSecond))).find("it holds stats/,") !=
        std::string::npos);
  CHECK(store.files == first.published());
}

TEST_CASE("what is the host's is left alone, where the target says so") {
  const PublisherHome home;
  MemoryStore store;
  store.files["CNAME"] = "example.org";
  store.files[".well-known/acme/token"] = "x";
  store.empty_folders = {".well-known/empty"};
  PublishOptions options;
  options.leave = {"CNAME", ".well-known/acme/", ".well-known/empty/"};
  REQUIRE(publish(store, ReleaseFixture(kFirst), options));
  REQUIRE(publish(store, ReleaseFixture(kSecond), options));
  Files expected = ReleaseFixture(kSecond).published();
  expected["CNAME"] = "example.org";
  expected[".well-known/acme/token"] = "x";
  CHECK(store.files == expected);
  CHECK(store.empty_folders == std::set<std::string>{".well-known/empty"});
}

TEST_CASE("what the program has put there is withdrawn even where the host may have files") {
  const PublisherHome home;
  MemoryStore store;
  REQUIRE(publish(store, ReleaseFixture(kFirst)));
  PublishOptions options;
  options.leave = {"c/"};
  REQUIRE(publish(store, ReleaseFixture(kSecond), options));
  CHECK_FALSE(store.files.contains("c/d/index.html"));
}

TEST_CASE("another audience's site is refused, finished or not") {
  const PublisherHome home;
  const ReleaseFixture members(kFirst, "members"), everybody(kFirst);
  const std::string expected =
      "will not publish to memory:site: it holds the site of the audience `members`, and this one "
      "is for `public`";
  MemoryStore store;
  REQUIRE(publish(store, members));
  CHECK(error_of(publish(store, everybody)) == expected);
  check_holds(store, members);
  MemoryStore unfinished;
  unfinished.break_at(4, Break::half_way);
  REQUIRE_FALSE(publish(unfinished, members));
  REQUIRE(unfinished.files.contains(".opsg-site-publishing"));
  CHECK(error_of(publish(unfinished, everybody)) == expected);
}

TEST_CASE("a damaged manifest proves nothing") {
  const PublisherHome home;
  MemoryStore store;
  REQUIRE(publish(store, ReleaseFixture(kFirst)));
  store.files[".opsg-site-manifest"].pop_back();
  CHECK(error_of(publish(store, ReleaseFixture(kSecond))) ==
        "will not publish to memory:site: its .opsg-site-manifest is damaged");
}

TEST_CASE("a store that compares bytes mends what somebody else has changed") {
  const PublisherHome home;
  MemoryStore store;
  const ReleaseFixture first(kFirst);
  REQUIRE(publish(store, first));
  store.compares_bytes = true;
  store.files["feed.xml"] = "First feed";
  const auto report = publish(store, first);
  REQUIRE(report);
  CHECK(report->uploaded == std::vector<std::string>{"feed.xml"});
  check_holds(store, first);
}

/// Breaks each operation of first -> second in turn, and publishes `next` afterwards.
void break_everywhere(Break how, const ReleaseFixture& next) {
  const ReleaseFixture first(kFirst), second(kSecond);
  bool has_broken = true;
  std::size_t operations = 0;
  for (; has_broken; ++operations) {
    CAPTURE(operations);
    const PublisherHome home;
    MemoryStore store;
    REQUIRE(publish(store, first));
    store.break_at(operations, how);
    const auto cut = publish(store, second);
    has_broken = store.has_broken();
    CHECK(cut.has_value() == !has_broken);
    check_assets(store);
    if (cut) check_holds(store, second);
    store.break_at(1000, how);
    REQUIRE(error_of(publish(store, next)) == "(none)");
    check_holds(store, next);
  }
  CHECK(operations > 20);
}

TEST_CASE("cut off at any step, the same release is finished by the next run") {
  break_everywhere(Break::before, ReleaseFixture(kSecond));
  break_everywhere(Break::half_way, ReleaseFixture(kSecond));
}

TEST_CASE("cut off at any step, the old release can be put back, and another one published") {
  break_everywhere(Break::half_way, ReleaseFixture(kFirst));
  break_everywhere(Break::half_way, ReleaseFixture(kThird));
}

TEST_CASE("cut off twice, anywhere, the third run finishes what both have left") {
  const ReleaseFixture first(kFirst), second(kSecond), third(kThird);
  for (std::size_t a = 3; a < 22; ++a) {
    for (std::size_t b = 0; b < 24; ++b) {
      CAPTURE(a, b);
      const PublisherHome home;
      MemoryStore store;
      REQUIRE(publish(store, first));
      store.break_at(a, Break::half_way);
      static_cast<void>(publish(store, second));
      store.break_at(b, Break::half_way);
      static_cast<void>(publish(store, third));
      check_assets(store);
      store.break_at(1000, Break::before);
      REQUIRE(error_of(publish(store, second)) == "(none)");
      REQUIRE(store.files == second.published());
      REQUIRE(store.empty_folders.empty());
    }
  }
}

TEST_CASE("what an upload has left when it was cut off is removed") {
  const PublisherHome home;
  MemoryStore store;
  REQUIRE(publish(store, ReleaseFixture(kFirst)));
  store.files["a/index.html.cut"] = "half";
  const ReleaseFixture second(kSecond);
  REQUIRE(publish(store, second));
  check_holds(store, second);
  store.files["strange.html.cut"] = "half";
  CHECK(error_of(publish(store, second)).find("it holds strange.html.cut,") != std::string::npos);
}

TEST_CASE("a failure says where the place stands and what to do") {
  const PublisherHome home;
  MemoryStore store;
  store.break_at(0, Break::before);
  CHECK(error_of(publish(store, ReleaseFixture(kFirst))) == "the line is dead");
  store.break_at(6, Break::before);
  CHECK(error_of(publish(store, ReleaseFixture(kFirst))) ==
        "the line is dead\nmemory:site may lie between two releases: run the same command again, "
        "which goes on from there.");
}

/// Keeps what it is told to remove.
class StubbornStore : public MemoryStore {
 public:
  Published<void> remove(const std::vector<std::string>&) override { return {}; }
};

TEST_CASE("what is still there after it was removed fails the publish") {
  const PublisherHome home;
  StubbornStore store;
  store.files = ReleaseFixture(kFirst).published();
  const auto report = publish(store, ReleaseFixture(kSecond));
  REQUIRE_FALSE(report);
  CHECK(report.error().kind == PublishErrorKind::unverified);
  CHECK(report.error().message.starts_with(
      "memory:site still holds b/index.html, which should be gone\n"));
}

}  // namespace
}  // namespace opsg::publishing
