#include "site_verification.h"

#include <vector>

#include "catch2.h"
#include "preview_marker.h"
#include "site_server.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::SiteServer;
using Lines = std::vector<std::string>;

const Files kServed = {{"404.html", "nothing here"},
                       {"actions/index.html", "actions"},
                       {"files/a b & 50%.pdf", "%PDF"},
                       {"index.html", "home"}};

web::FetchLimits quick() {
  web::FetchLimits limits;
  limits.retries = 0;
  limits.stall_time = std::chrono::seconds(5);
  return limits;
}

Lines lines_of(const Result<Verification>& verified) {
  if (!verified) return {verified.error().message};
  Lines lines;
  for (const Difference& difference : verified->differences) lines.push_back(describe(difference));
  return lines;
}

Lines differences(const SiteServer& server, const VerificationRequest& request = {},
                  const web::FetchLimits& limits = quick()) {
  return lines_of(verify_site(server.address(), request, std::nullopt, limits));
}

TEST_CASE("a site that is what its manifest says holds") {
  const SiteServer server(kServed);
  const auto verified = verify_site(server.address(), {}, std::nullopt, quick());
  REQUIRE(verified);
  CHECK(lines_of(verified).empty());
  CHECK(verified->equal == 4);
}

TEST_CASE("differences of a site are told, but for files that nobody names") {
  const SiteServer server(kServed);
  fs::remove(server.site() / "files/a b & 50%.pdf");
  testing::write(server.site() / "index.html", "hacked");
  testing::write(server.site() / "letter.txt", "mine");
  CHECK(differences(server) ==
        Lines{"missing: files/a b & 50%.pdf (it answers 404)", "changed: index.html"});
}

TEST_CASE("a page that is served as it must not be is not taken for itself") {
  SiteServer server(kServed);
  SECTION("compressed") {
    server.rule("/ gzip");
    CHECK(differences(server) ==
          Lines{"unreadable: index.html (it comes compressed, although it was asked for as it "
                "is)"});
  }
  SECTION("by another host") {
    server.rule("/ redirect http://localhost:1/");
    CHECK(differences(server) ==
          Lines{"unreadable: index.html (it redirects to http://localhost:1/)"});
  }
  SECTION("without an end") {
    server.rule("/ endless");
    web::FetchLimits limits = quick();
    limits.body_bytes = 100000;
    CHECK(differences(server, {}, limits) ==
          Lines{"unreadable: index.html (it is longer than 100000 bytes)"});
  }
  SECTION("not at all") {
    server.rule("/ status 500");
    CHECK(differences(server) == Lines{"unreadable: index.html (it answers 500)"});
  }
  SECTION("empty, and with a status that promises more") {
    server.rule("/ status 206");
    CHECK(differences(server) == Lines{"unreadable: index.html (it answers 206)"});
  }
}

TEST_CASE("a redirect on the host to the same bytes is good") {
  SiteServer server(kServed);
  testing::write(server.site() / "start", "home");
  server.rule("/ redirect /start");
  CHECK(differences(server).empty());
}

TEST_CASE("hosts that give the page for what is missing its own status are understood") {
  SiteServer server(kServed);
  fs::remove(server.site() / "404.html");
  CHECK(differences(server) == Lines{"changed: 404.html"});
  testing::write(server.site() / "404.html", "nothing here");
  server.rule("/404.html redirect /nowhere");
  CHECK(differences(server).empty());
}

TEST_CASE("a file for the host alone need not be served") {
  const SiteServer server({{"_headers", "/*\n"}, {"index.html", "home"}});
  CHECK(differences(server).empty());
  testing::write(server.site() / "_headers", "other");
  CHECK(differences(server) == Lines{"changed: _headers"});
  fs::remove(server.site() / "_headers");
  CHECK(differences(server).empty());
}

TEST_CASE("a host that serves no dot files is told, and can be verified by another manifest") {
  SiteServer server(kServed);
  server.rule("/.opsg-site-manifest status 403");
  CHECK(differences(server) == Lines{"manifest: .opsg-site-manifest (it answers 403)"});
  const output::Manifest ours = testing::manifest_of(kServed);
  CHECK(lines_of(verify_site(server.address(), {}, ours, quick())).empty());
  testing::write(server.site() / "index.html", "hacked");
  CHECK(lines_of(verify_site(server.address(), {}, ours, quick())) == Lines{"changed: index.html"});
}

TEST_CASE("a site's manifest is held to what a folder's is") {
  const SiteServer server(kServed);
  testing::write(server.site() / ".opsg-site-manifest", "<html>not found</html>");
  CHECK(differences(server) == Lines{"manifest: .opsg-site-manifest (it is damaged)"});
  VerificationRequest request;
  request.audience = "members";
  const SiteServer other(kServed);
  CHECK(differences(other, request) ==
        Lines{"manifest: .opsg-site-manifest (it is for the audience `public`, not for "
              "`members`)"});
}

TEST_CASE("a preview that is served is none of a release") {
  const std::string page = std::string(kPreviewMarker) + " content=\"public\">";
  const SiteServer server(Files{{"index.html", page}});
  CHECK(differences(server) == Lines{"preview: index.html (it was made by `serve`)"});
}

TEST_CASE("a host that does not answer is a failure of the machine") {
  std::string address;
  {
    const SiteServer gone(kServed);
    address = gone.address();
  }
  CHECK(lines_of(verify_site(address, {}, std::nullopt, quick())) ==
        Lines{"cannot read " + address + ".opsg-site-manifest: its host refuses the connection"});
}

TEST_CASE("a thousand files are verified") {
  Files files;
  for (int i = 0; i < 1000; ++i) {
    files["actions/" + std::to_string(i) + "/index.html"] = std::to_string(i);
  }
  const SiteServer server(files);
  testing::write(server.site() / "actions/500/index.html", "501");
  CHECK(differences(server) == Lines{"changed: actions/500/index.html"});
}

}  // namespace
}  // namespace opsg::publishing
