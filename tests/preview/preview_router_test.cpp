#include "preview_router.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "catch2.h"
#include "preview_marker.h"
#include "preview_page.h"
#include "sample_sites.h"

namespace {

using opsg::preview::PreviewAnswer;
using opsg::preview::PreviewBuild;
using opsg::preview::PreviewRequest;
using opsg::preview::PreviewRouter;
using opsg::preview::PreviewSettings;
using opsg::preview::PreviewSites;
using opsg::test::kPage;

PreviewBuild build_of(const std::string& audience) {
  return opsg::test::sample_build({{"404.html", "<head></head><body>Not found</body>"},
                                   {"assets/site.css", "css"},
                                   {"empty.txt", ""},
                                   {"index.html", std::string(kPage) + audience},
                                   {"meetings/41/index.html", kPage},
                                   {"meetings/41/report.pdf", "%PDF"}});
}

PreviewRequest get(std::string target, std::string cookies = "") {
  return {"GET", std::move(target), {"127.0.0.1:1313"}, std::move(cookies)};
}

std::string header(const PreviewAnswer& answer, const std::string& name) {
  for (const auto& [key, value] : answer.headers) {
    if (key == name) return value;
  }
  return "";
}

struct Preview {
  explicit Preview(opsg::preview::BuildPreview build = build_of, std::string host = "127.0.0.1")
      : sites(std::move(build), "public"), router(sites, settings(std::move(host))) {
    sites.first_state();
  }
  static PreviewSettings settings(std::string host) {
    return {{std::move(host), 1313}, true, false};
  }
  PreviewAnswer answer(const PreviewRequest& request) const { return router.answer(request); }

  PreviewSites sites;
  PreviewRouter router;
};

}  // namespace

TEST_CASE("Pages are served with what a preview adds, other files as they are") {
  const Preview preview;
  const PreviewAnswer home = preview.answer(get("/"));
  CHECK(home.status == 200);
  CHECK(home.type == "text/html; charset=utf-8");
  const std::string raw = std::string(kPage) + "public";
  CHECK(*home.body == opsg::preview::make_preview_page(raw, {opsg::preview::fingerprint(raw),
                                                             "/",
                                                             "public",
                                                             {"public", "members"},
                                                             "",
                                                             true,
                                                             false}));
  const PreviewAnswer css = preview.answer(get("/assets/site.css"));
  CHECK(css.type == "text/css; charset=utf-8");
  CHECK(*css.body == "css");
  CHECK(*preview.answer(get("/meetings/41/report.pdf")).body == "%PDF");
  CHECK(preview.answer(get("/empty.txt")).body->empty());
  CHECK(preview.answer(get("/index.html")).status == 200);
}

TEST_CASE("Browsers may keep what has a digest of its bytes in its address, and nothing else") {
  const Preview preview([](const std::string&) {
    return opsg::test::sample_build({{"assets/a.0123456789ab.css", "a"},
                                     {"assets/b.css", "b"},
                                     {"assets/c.0123456789aX.css", "c"},
                                     {"data/d.0123456789ab.json", "d"},
                                     {"index.html", kPage}});
  });
  CHECK(preview.answer(get("/assets/a.0123456789ab.css")).may_be_kept);
  for (const char* target :
       {"/", "/assets/b.css", "/assets/c.0123456789aX.css", "/data/d.0123456789ab.json",
        "/assets/e.0123456789ab.css", "/_opsg-site/preview.css"}) {
    INFO(target);
    CHECK_FALSE(preview.answer(get(target)).may_be_kept);
  }
}

TEST_CASE("A folder without its slash is told where it is, with its query") {
  const Preview preview;
  const PreviewAnswer answer = preview.answer(get("/meetings/41?a=b"));
  CHECK(answer.status == 301);
  CHECK(header(answer, "Location") == "/meetings/41/?a=b");
}

TEST_CASE("What is not there is the site's 404 page, with status 404") {
  const Preview preview;
  for (const char* target :
       {"/nothing/", "/meetings/", "/assets/", "/index.html/", "/INDEX.html"}) {
    INFO(target);
    const PreviewAnswer answer = preview.answer(get(target));
    CHECK(answer.status == 404);
    CHECK(answer.body->find("Not found") != std::string::npos);
    CHECK(opsg::is_preview_page(*answer.body));
  }
}

TEST_CASE("Only the preview's own names are answered, each once") {
  const Preview preview;
  PreviewRequest request = get("/");
  for (const char* host : {"127.0.0.1:1313", "localhost:1313", "LocalHost:1313", "[::1]:1313"}) {
    INFO(host);
    request.hosts = {host};
    CHECK(preview.answer(request).status == 200);
  }
  for (const char* host : {"", "evil.example", "evil.example:1313", "127.0.0.1", "127.0.0.1:80",
                           "127.0.0.1:13130", "localhost", "localhost.evil.example:1313",
                           "127.0.0.1.evil.example:1313", "192.168.0.1:1313", "127.0.0.1:1313 ",
                           "user@127.0.0.1:1313", "[::1]", "127.1:1313", "0.0.0.0:1313"}) {
    INFO(host);
    request.hosts = {host};
    CHECK(preview.answer(request).status == 421);
  }
  request.hosts = {};
  CHECK(preview.answer(request).status == 421);
  request.hosts = {"127.0.0.1:1313", "127.0.0.1:1313"};
  CHECK(preview.answer(request).status == 421);
}

TEST_CASE("Beyond loopback, addresses are answered and names are not") {
  const Preview preview(build_of, "0.0.0.0");
  PreviewRequest request = get("/");
  for (const char* host : {"192.168.0.7:1313", "[fe80::1]:1313", "localhost:1313"}) {
    INFO(host);
    request.hosts = {host};
    CHECK(preview.answer(request).status == 200);
  }
  for (const char* host :
       {"evil.example:1313", "192.168.0.7.evil.example:1313", "[evil]:1313", ":1313"}) {
    INFO(host);
    request.hosts = {host};
    CHECK(preview.answer(request).status == 421);
  }
}

TEST_CASE("Where any address is listened at, links lead to the one that was asked") {
  const auto build = [](const std::string&) {
    return opsg::test::sample_build(
        {{"feed.xml", "<id>http://localhost:1313/</id><a>http://localhost:1313/a</a>"},
         {"index.html", "<head></head><link href=\"http://localhost:1313/\"><body></body>"},
         {"report.pdf", "%PDF http://localhost:1313/"}});
  };
  for (const char* any : {"0.0.0.0", "::", "0:0::0"}) {
    CAPTURE(any);
    const Preview preview(build, any);
    PreviewRequest request = get("/feed.xml");
    request.hosts = {"192.168.0.7:1313"};
    CHECK(*preview.answer(request).body ==
          "<id>http://192.168.0.7:1313/</id><a>http://192.168.0.7:1313/a</a>");
    request.hosts = {"localhost:1313"};
    CHECK(*preview.answer(request).body ==
          "<id>http://localhost:1313/</id><a>http://localhost:1313/a</a>");
    request = get("/");
    request.hosts = {"[fe80::1]:1313"};
    CHECK(preview.answer(request).body->find("<link href=\"http://[fe80::1]:1313/\">") !=
          std::string::npos);
    request.target = "/report.pdf";
    CHECK(*preview.answer(request).body == "%PDF http://localhost:1313/");
    request.hosts = {"evil.example:1313"};
    CHECK(*preview.answer(request).body ==
          "This preview is for http://localhost:1313 and this machine's addresses only.\n");
  }
}

TEST_CASE("What could not be made says why, and is made once") {
  int made = 0;
  const Preview preview([&](const std::string&) {
    opsg::preview::LateFiles late{{"calendar.ics", "feed.xml"}, "pagefind/", {}};
    late.make = [&] {
      ++made;
      return opsg::preview::LateBuild{{{"feed.xml", "feed"}}, "pagefind/a: error[x]: <no> index"};
    };
    opsg::RenderedSite site;
    site.files = {{"404.html", "<head></head><body>Not found</body>"}, {"index.html", kPage}};
    PreviewBuild build;
    build.site = opsg::preview::PreviewSite::for_editor(std::move(site), std::move(late));
    return build;
  });
  CHECK(preview.answer(get("/nothing.xml")).status == 404);
  CHECK(made == 0);
  CHECK(*preview.answer(get("/feed.xml")).body == "feed");
  for (const char* target : {"/pagefind/pagefind.js", "/calendar.ics"}) {
    const PreviewAnswer answer = preview.answer(get(target));
    CHECK(answer.status == 500);
    CHECK(answer.type == "text/html; charset=utf-8");
    CHECK(answer.body->find("pagefind/a: error[x]: &lt;no&gt; index") != std::string::npos);
  }
  CHECK(made == 1);
}

TEST_CASE("A preview can be read, and nothing else") {
  const Preview preview;
  PreviewRequest request = get("/");
  for (const char* method :
       {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", ""}) {
    INFO(method);
    request.method = method;
    const PreviewAnswer answer = preview.answer(request);
    CHECK(answer.status == 405);
    CHECK(header(answer, "Allow") == "GET, HEAD");
  }
  request.method = "HEAD";
  CHECK(preview.answer(request).status == 200);
}

TEST_CASE("Targets that lead elsewhere are refused") {
  const Preview preview;
  for (const char* target :
       {"/../site.toml", "/%2e%2e/site.toml", "/a\\b", "/a%00", "http://evil/", "//x"}) {
    INFO(target);
    CHECK(preview.answer(get(target)).status == 400);
  }
}

TEST_CASE("The audience is chosen by a cookie of this port, which goes to no other site") {
  const Preview preview;
  const PreviewAnswer choice =
      preview.answer(get("/_opsg-site/audience/members?back=%2Fmeetings%2F41%2F"));
  CHECK(choice.status == 303);
  CHECK(header(choice, "Location") == "/meetings/41/");
  CHECK(header(choice, "Set-Cookie") ==
        "opsg-site-audience-1313=members; Path=/; SameSite=Strict; HttpOnly");
  const auto shown = [&](const std::string& cookies) {
    const std::string body = *preview.answer(get("/", cookies)).body;
    return body.find("Preview: members") != std::string::npos ? "members" : "public";
  };
  CHECK(shown("opsg-site-audience-1313=members") == std::string("members"));
  CHECK(shown("a=b; opsg-site-audience-1313=members; c=d") == std::string("members"));
  CHECK(shown("opsg-site-audience-1314=members") == std::string("public"));
  CHECK(shown("opsg-site-audience-1313=nobody") == std::string("public"));
  CHECK(shown("opsg-site-audience-1313") == std::string("public"));
  CHECK(shown("opsg-site-audience-1313=%zz") == std::string("public"));
}

TEST_CASE("A change of audience leads back into the site, nowhere else") {
  const Preview preview;
  for (const char* back : {"https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example%2F",
                           "%2F%5Cevil.example", "%2Fa%0D%0AX%3A1", ""}) {
    INFO(back);
    const auto answer =
        preview.answer(get(std::string("/_opsg-site/audience/members?back=") + back));
    CHECK(header(answer, "Location") == "/");
  }
  CHECK(preview.answer(get("/_opsg-site/audience/nobody")).status == 404);
}

TEST_CASE("A site below a path is served there, and found from the root") {
  const Preview preview([](const std::string& audience) {
    PreviewBuild build = build_of(audience);
    build.base_path = "/sub/";
    return build;
  });
  CHECK(header(preview.answer(get("/")), "Location") == "/sub/");
  CHECK(preview.answer(get("/sub/")).status == 200);
  CHECK(preview.answer(get("/sub/assets/site.css")).status == 200);
  CHECK(preview.answer(get("/assets/site.css")).status == 404);
  CHECK(preview.answer(get("/sub")).status == 404);
  CHECK(header(preview.answer(get("/sub/meetings/41")), "Location") == "/sub/meetings/41/");
}

TEST_CASE("Errors are shown over the last good page, and alone before there is one") {
  bool broken = true;
  Preview preview([&](const std::string& audience) {
    return broken ? opsg::test::broken_build("it is <wrong>") : build_of(audience);
  });
  const PreviewAnswer alone = preview.answer(get("/meetings/"));
  CHECK(alone.status == 500);
  CHECK(alone.body->find("it is &lt;wrong&gt;") != std::string::npos);
  broken = false;
  preview.sites.outdate();
  CHECK(preview.answer(get("/")).body->find("wrong") == std::string::npos);
  broken = true;
  preview.sites.outdate();
  const PreviewAnswer over = preview.answer(get("/"));
  CHECK(over.status == 200);
  CHECK(over.body->find("<p>Text</p>") != std::string::npos);
  CHECK(over.body->find("it is &lt;wrong&gt;") != std::string::npos);
}

TEST_CASE("An event tells what its page is now, and what is wrong") {
  std::string text = "one";
  std::string errors;
  Preview preview([&](const std::string&) {
    return errors.empty()
               ? opsg::test::sample_build({{"a/index.html", text}, {"index.html", "home"}})
               : opsg::test::broken_build(errors);
  });
  const auto told = [&](const std::string& page) {
    const auto answer = preview.answer(get("/_opsg-site/events?page=" + page));
    REQUIRE(answer.events);
    const std::string event = preview.router.event(*answer.events);
    CHECK(event.find('\n') == std::string::npos);
    return nlohmann::json::parse(event);
  };
  const auto before = told("/a/");
  const auto home = told("/");
  CHECK(before["errors"] == "");
  CHECK(preview.answer(get("/a/")).body->find(before["page"]) != std::string::npos);
  text = "two";
  preview.sites.outdate();
  CHECK(told("/a/")["page"] != before["page"]);
  CHECK(told("/") == home);  // Nothing has happened to it: it is not loaded again.
  errors = "first line\nsecond \xff line";
  preview.sites.outdate();
  CHECK(told("/")["page"] == home["page"]);
  CHECK(told("/")["errors"] == "first line\nsecond \xef\xbf\xbd line");
  CHECK(preview.answer(get("/_opsg-site/events")).status == 400);
  CHECK(preview.answer(get("/_opsg-site/events?page=..")).status == 400);
}

TEST_CASE("The preview's own files are its script and its style sheet") {
  const Preview preview;
  CHECK(preview.answer(get("/_opsg-site/preview.js")).type == "text/javascript; charset=utf-8");
  CHECK(preview.answer(get("/_opsg-site/preview.css")).type == "text/css; charset=utf-8");
  CHECK(preview.answer(get("/_opsg-site/")).status == 404);
  CHECK(preview.answer(get("/_opsg-site/other.js")).status == 404);
}
