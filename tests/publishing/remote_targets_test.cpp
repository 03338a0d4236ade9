// Real rsync, ssh, rclone and git, over the loopback.

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "catch2.h"
#include "release_fixture.h"
#include "remote_places.h"

namespace opsg::publishing {
namespace {

using testing::Files;
using testing::PublisherHome;
using testing::ReleaseFixture;
using testing::RemotePlace;

using MakePlace = std::function<std::unique_ptr<RemotePlace>()>;

struct Kind {
  std::string name;
  MakePlace make;
};

template <class Place, class... Arguments>
MakePlace maker(Arguments... arguments) {
  return [=] { return std::make_unique<Place>(arguments...); };
}

const std::vector<Kind> kKinds = {
    {"an rsync daemon", maker<testing::RsyncDaemonPlace>()},
    {"rsync over ssh", maker<testing::RsyncSshPlace>()},
    {"rclone over sftp", maker<testing::RclonePlace>(std::string("sftp"))},
    {"rclone over webdav", maker<testing::RclonePlace>(std::string("webdav"))},
    {"a branch of git", maker<testing::GitPlace>()},
};

/// Each in turn: a test case that asks is run once for each.
const Kind& any_kind() {
  return kKinds[GENERATE(range(std::size_t{0}, kKinds.size()))];
}

Files small_site() {
  return {{"index.html", "uses assets/site.1.css"},
          {"a/index.html", "uses assets/site.1.css"},
          {"papers/It's a *paper* [1], 100 % $HOME \xC3\xBC.pdf", "paper"},
          {"papers/#1; x.pdf", "paper"},
          {"assets/site.1.css", "style"},
          {"data/x.json", "{}"},
          {".well-known/security.txt", "ours"}};
}

Published<PublishReport> publish(const RemotePlace& place, const ReleaseFixture& site,
                                 const std::vector<std::string>& leave = {}) {
  return place.target(leave)->publish(site.release(), {});
}

std::string error_of(const Published<PublishReport>& report) {
  return report ? std::string("(none)") : report.error().message;
}

TEST_CASE("a site is published, changed, and left alone where it has not changed") {
  const Kind& kind = any_kind();
  INFO(kind.name);
  const PublisherHome home;
  const auto place = kind.make();
  Files files = small_site();
  const ReleaseFixture first(files);
  CHECK(place->target()->read("data/x.json").value() == std::nullopt);
  REQUIRE(error_of(publish(*place, first)) == "(none)");
  CHECK(place->files() == first.published());
  CHECK(place->target()->read("data/x.json").value() == "{}");
  CHECK(place->target()->read("data/none.json").value() == std::nullopt);

  files["a/index.html"] = "changed";
  files.erase("papers/#1; x.pdf");
  files["new/page/index.html"] = "new";
  const ReleaseFixture second(files);
  const auto report = publish(*place, second);
  REQUIRE(error_of(report) == "(none)");
  CHECK(place->files() == second.published());
  CHECK(report->uploaded == std::vector<std::string>{"a/index.html", "new/page/index.html"});
  CHECK(report->removed == std::vector<std::string>{"papers/#1; x.pdf"});

  const auto again = publish(*place, second);
  REQUIRE(error_of(again) == "(none)");
  CHECK(again->up_to_date());
  CHECK(again->unchanged == files.size());
}

TEST_CASE("an rclone remote of this machine is relative to the site's folder") {
  const PublisherHome home;
  const testing::TempFolder parent;
  std::filesystem::create_directory(parent / "site");
  ::setenv("RCLONE_CONFIG", "/dev/null", 1);
  ::setenv("RCLONE_CONFIG_OPSGTESTLOCAL_TYPE", "local", 1);
  TargetConfig config;
  config.kind = TargetKind::rclone;
  config.destination = "opsgtestlocal:../www/committee";
  const ReleaseFixture first(small_site());
  const auto target = make_target(config, parent / "site");
  REQUIRE(target);
  REQUIRE(error_of((*target)->publish(first.release(), {})) == "(none)");
  CHECK(testing::everything_in(parent / "www/committee") == first.published());
  CHECK((*target)->read("data/x.json").value() == "{}");
}

TEST_CASE("a thousand withdrawn pages are all gone, and their folders") {
  const Kind& kind = any_kind();
  INFO(kind.name);
  const PublisherHome home;
  const auto place = kind.make();
  Files files = small_site();
  for (int i = 0; i < 1000; ++i) {
    const std::string_view name = i % 10 == 0 ? "/index.html" : ".html";
    files[fmt::format("actions/{}/action-{}{}", i / 100, i, name)] = "withdrawn";
  }
  place->seed(ReleaseFixture(files));
  const ReleaseFixture rest(small_site());
  const auto report = publish(*place, rest);
  REQUIRE(error_of(report) == "(none)");
  CHECK(report->removed.size() == 1000);
  CHECK(place->files() == rest.published());
}

TEST_CASE("another audience's site and files of others are refused, untouched") {
  const Kind& kind = any_kind();
  INFO(kind.name);
  const PublisherHome home;
  const auto place = kind.make();
  const ReleaseFixture members(small_site(), "members"), everybody(small_site());
  REQUIRE(error_of(publish(*place, members)) == "(none)");
  const auto refused = publish(*place, everybody);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == PublishErrorKind::refused);
  CHECK(refused.error().message.find("holds the site of the audience `members`, and this one is "
                                     "for `public`") != std::string::npos);
  CHECK(place->files() == members.published());

  place->add_foreign("CNAME");
  const Files before = place->files();
  CHECK(error_of(publish(*place, members)).find("it holds CNAME, which opsg-site did not put") !=
        std::string::npos);
  CHECK(place->files() == before);
  const ReleaseFixture changed({{"index.html", "x"}}, "members");
  REQUIRE(error_of(publish(*place, changed, {"CNAME"})) == "(none)");
  Files expected = changed.published();
  expected["CNAME"] = "not ours";
  CHECK(place->files() == expected);
}

TEST_CASE("what is withdrawn goes also where the host has files of its own") {
  const Kind& kind = any_kind();
  INFO(kind.name);
  const PublisherHome home;
  const auto place = kind.make();
  Files files = small_site();
  files["meetings/b/index.html"] = "withdrawn";
  REQUIRE(error_of(publish(*place, ReleaseFixture(files), {"meetings/"})) == "(none)");
  place->add_foreign("meetings/hosts.txt");
  const ReleaseFixture rest(small_site());
  const auto report = publish(*place, rest, {"meetings/"});
  REQUIRE(error_of(report) == "(none)");
  CHECK(report->removed == std::vector<std::string>{"meetings/b/index.html"});
  Files expected = rest.published();
  expected["meetings/hosts.txt"] = "not ours";
  CHECK(place->files() == expected);
}

TEST_CASE("a place that is not ours from the start is refused, untouched") {
  const Kind& kind = any_kind();
  INFO(kind.name);
  const PublisherHome home;
  const auto place = kind.make();
  place->add_foreign("wiki/index.php");
  const Files before = place->files();
  CHECK(error_of(publish(*place, ReleaseFixture(small_site())))
            .find("it holds wiki/index.php, which opsg-site did not put there") !=
        std::string::npos);
  CHECK(place->files() == before);
}

TEST_CASE("a dry run changes nothing") {
  const Kind& kind = any_kind();
  INFO(kind.name);
  const PublisherHome home;
  const auto place = kind.make();
  const ReleaseFixture site(small_site());
  PublishRequest request;
  request.dry_run = true;
  const auto report = place->target()->publish(site.release(), request);
  REQUIRE(error_of(report) == "(none)");
  CHECK(report->uploaded.size() == small_site().size());
  CHECK(place->files().empty());
}

TEST_CASE("a branch of git holds one commit without history, and withdrawn text is in none") {
  const PublisherHome home;
  testing::GitPlace place;
  Files files = small_site();
  files["b/index.html"] = "withdrawn";
  REQUIRE(error_of(publish(place, ReleaseFixture(files))) == "(none)");
  place.add_foreign("CNAME");
  const ReleaseFixture rest(small_site());
  const auto report = publish(place, rest, {"CNAME"});
  REQUIRE(error_of(report) == "(none)");
  CHECK(report->removed == std::vector<std::string>{"b/index.html"});
  CHECK(place.git({"rev-list", "--count", "pages/live"}) == "1\n");
  CHECK(place.git({"cat-file", "-t", "pages/live:.nojekyll"}) == "blob\n");
  CHECK(place.git({"log", "--format=%an <%ae> %cn <%ce> %ai %s", "pages/live"})
            .starts_with("opsg-site <opsg-site@localhost> opsg-site <opsg-site@localhost> "));
  CHECK(place.git({"log", "--format=%ai", "pages/live"}).ends_with(" +0000\n"));

  const std::string before = place.git({"rev-parse", "pages/live"});
  REQUIRE(publish(place, rest, {"CNAME"})->up_to_date());
  CHECK(place.git({"rev-parse", "pages/live"}) == before);
}

TEST_CASE("a history that lies below our files is dropped, even where no file changes") {
  const PublisherHome home;
  testing::GitPlace place;
  const ReleaseFixture site(small_site());
  REQUIRE(error_of(publish(place, site)) == "(none)");
  place.add_foreign("CNAME");
  REQUIRE(place.git({"rev-list", "--count", "pages/live"}) == "2\n");
  REQUIRE(error_of(publish(place, site, {"CNAME"})) == "(none)");
  CHECK(place.git({"rev-list", "--count", "pages/live"}) == "1\n");
}

TEST_CASE("who moves the branch meanwhile is not overwritten") {
  const PublisherHome home;
  testing::GitPlace place;
  REQUIRE(error_of(publish(place, ReleaseFixture(small_site()))) == "(none)");
  PublishRequest request;
  request.step = [&](std::string_view step) {
    if (step == "pushing") place.add_foreign("CNAME");
  };
  const ReleaseFixture other(Files{{"index.html", "other"}});
  const auto report = place.target()->publish(other.release(), request);
  CHECK(error_of(report).find("was changed by somebody else meanwhile, and is as they left it") !=
        std::string::npos);
  CHECK(place.files().contains("CNAME"));
  CHECK(place.files().contains("a/index.html"));
}

}  // namespace
}  // namespace opsg::publishing
