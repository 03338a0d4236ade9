#include "live_check.h"

#include <algorithm>

#include "catch2.h"
#include "site_server.h"

namespace opsg::publishing {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using testing::Files;
using testing::SiteServer;
using Lines = std::vector<std::string>;

const Files kLive = {{"404.html", "nothing here"},
                     {"index.html", "home"},
                     {"meetings/2021-01-25-opsg-41/index.html", "41"},
                     {"meetings/index.html", "meetings"}};

/// What is told once there is no more patience, with the server's address as "SITE/".
class Publish {
 public:
  explicit Publish(const Files& files) : server(files), manifest(testing::manifest_of(files)) {}

  Lines differences(std::chrono::seconds patience = 0s) {
    LiveCheckRequest request;
    request.site = server.address();
    request.manifest = &manifest;
    request.uploaded = uploaded;
    request.removed = removed;
    request.patience = patience;
    request.limits.retries = 0;
    result = check_live(request);
    Lines lines;
    for (const Difference& difference : result.differences) {
      std::string line = describe(difference);
      if (const auto at = line.find(server.address()); at != std::string::npos) {
        line.replace(at, server.address().size(), "SITE/");
      }
      lines.push_back(line);
    }
    return lines;
  }

  SiteServer server;
  output::Manifest manifest;
  Lines uploaded;
  Lines removed;
  LiveCheck result;
};

TEST_CASE("what was published is there, and what was removed is gone") {
  Publish publish(kLive);
  publish.removed = {"actions/opsg-41-02/index.html", "files/withdrawn.pdf"};
  CHECK(publish.differences().empty());
  CHECK(publish.result.holds());
  CHECK(publish.result.gone == 3);  // The page at both of its addresses.
  CHECK(publish.result.equal == 4);
}

TEST_CASE("a removed page that is still served is told, at each of its addresses") {
  Publish publish(kLive);
  publish.removed = {"actions/opsg-41-02/index.html"};
  testing::write(publish.server.site() / "actions/opsg-41-02/index.html", "withdrawn");
  CHECK(publish.differences() ==
        Lines{"withdrawn: actions/opsg-41-02/index.html (SITE/actions/opsg-41-02/index.html: it "
              "answers 200)",
              "withdrawn: actions/opsg-41-02/index.html (SITE/actions/opsg-41-02/: it answers "
              "200)"});
}

TEST_CASE("of a removed page nothing but 404 and 410 says that it is gone") {
  Publish publish(kLive);
  publish.removed = {"a.pdf"};
  publish.server.rule("/a.pdf status " + GENERATE(as<std::string>(), "403", "401", "500", "204"));
  CHECK(publish.differences().size() == 1);
}

TEST_CASE("410 says that a page is gone, and so does a redirect on the host to what is not there") {
  Publish publish(kLive);
  publish.removed = {"a.pdf", "b.pdf"};
  publish.server.rule("/a.pdf status 410");
  publish.server.rule("/b.pdf redirect /nowhere");
  CHECK(publish.differences().empty());
}

TEST_CASE("a host that answers the home page for everything is found out") {
  Publish publish(kLive);
  publish.removed = {"a.pdf"};
  publish.server.rule("/a.pdf redirect /");
  CHECK(publish.differences() == Lines{"withdrawn: a.pdf (SITE/a.pdf: it answers 200)"});
}

TEST_CASE("a removed page's folder may answer as it likes while it has other files") {
  Publish publish({{"index.html", "home"}, {"meetings/a/notes.pdf", "notes"}});
  publish.removed = {"meetings/a/index.html"};
  publish.server.rule("/meetings/a/ status 403");
  CHECK(publish.differences().empty());
  CHECK(publish.result.gone == 1);
}

TEST_CASE("a page that is not the published one is told") {
  Publish publish(kLive);
  testing::write(publish.server.site() / "index.html", "yesterday's home");
  CHECK(publish.differences() == Lines{"changed: index.html"});
  CHECK(publish.result.equal == 3);
}

TEST_CASE("caches are waited for, as long as there is patience") {
  Publish publish(kLive);
  publish.removed = {"withdrawn.pdf"};
  testing::write(publish.server.old() / "withdrawn.pdf", "withdrawn");
  testing::write(publish.server.old() / "index.html", "yesterday's home");
  publish.server.rule("/withdrawn.pdf old 1");
  publish.server.rule("/ old 2");
  CHECK(publish.differences(10s).empty());
  CHECK(publish.result.gone == 1);
  CHECK(publish.result.equal == 4);
}

TEST_CASE("patience ends") {
  Publish publish(kLive);
  publish.removed = {"withdrawn.pdf"};
  testing::write(publish.server.old() / "withdrawn.pdf", "withdrawn");
  publish.server.rule("/withdrawn.pdf old 1000");
  const auto begun = std::chrono::steady_clock::now();
  CHECK(publish.differences(2s).size() == 1);
  CHECK(std::chrono::steady_clock::now() - begun < 10s);
}

TEST_CASE("all removed pages are asked for, however many") {
  Publish publish(kLive);
  for (int i = 0; i < 1000; ++i) {
    publish.removed.push_back("actions/" + std::to_string(i) + "/index.html");
  }
  testing::write(publish.server.site() / "actions/777/index.html", "withdrawn");
  CHECK(publish.differences().size() == 2);
  CHECK(publish.result.gone == 1998);
}

Lines paths_of(const std::vector<output::ManifestEntry>& files) {
  Lines paths;
  for (const output::ManifestEntry& file : files) paths.push_back(file.path);
  return paths;
}

/// A site of 10 meetings and 200 other pages.
output::Manifest large_site() {
  Files files = {{"index.html", "home"}, {"meetings/index.html", "meetings"}};
  for (int i = 10; i < 20; ++i) {
    files["meetings/20" + std::to_string(i) + "-01-01-opsg/index.html"] = "meeting";
  }
  for (int i = 0; i < 200; ++i) files["actions/" + std::to_string(i) + "/index.html"] = "action";
  return testing::manifest_of(files);
}

TEST_CASE("the sample has the home page, the newest meetings, what is new, and some of the rest") {
  const output::Manifest manifest = large_site();
  const Lines paths = paths_of(live_sample(manifest, {"actions/7/index.html", "no/longer"}));
  REQUIRE(paths.size() == 27);
  CHECK(Lines(paths.begin(), paths.begin() + 7) ==
        Lines{"index.html", "meetings/2019-01-01-opsg/index.html",
              "meetings/2018-01-01-opsg/index.html", "meetings/2017-01-01-opsg/index.html",
              "meetings/2016-01-01-opsg/index.html", "meetings/2015-01-01-opsg/index.html",
              "actions/7/index.html"});
  CHECK(paths == paths_of(live_sample(manifest, {"actions/7/index.html", "no/longer"})));
}

TEST_CASE("compressed copies are not in the sample") {
  const output::Manifest manifest =
      testing::manifest_of({{"index.html", ""}, {"index.html.gz", ""}, {"report.gz", ""}});
  CHECK(paths_of(live_sample(manifest, {"index.html.gz"})) == Lines{"index.html", "report.gz"});
}

TEST_CASE("another release has another sample of the rest") {
  output::Manifest manifest = large_site();
  const Lines before = paths_of(live_sample(manifest, {}));
  manifest.files.back().sha256 = std::string(64, '0');
  CHECK(before != paths_of(live_sample(manifest, {})));
}

TEST_CASE("a sample has each file once, and a small site whole") {
  Lines paths = paths_of(live_sample(testing::manifest_of(kLive), {"index.html", "404.html"}));
  std::sort(paths.begin(), paths.end());
  CHECK(paths == Lines{"404.html", "index.html", "meetings/2021-01-25-opsg-41/index.html",
                       "meetings/index.html"});
}

}  // namespace
}  // namespace opsg::publishing
