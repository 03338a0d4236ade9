#include "headers_file.h"

#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include "catch2.h"
#include "test_site.h"

namespace opsg::test {
namespace {

using released::ResponseHeader;

constexpr const char* kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' "
    "https:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// A site with a search page, whose policy is wider than that of the others.
TestSite site_with(const std::string& more) {
  const std::string defaults = TestSite({}).text("site.toml");
  return TestSite({{"site.toml", defaults + "\n[search]\nengine = \"pagefind\"\n" + more}});
}

std::string headers_of(const TestRequest& request) {
  const TestBuild build = site_with("[publish]\nheaders_file = true\n").build(request);
  INFO(build.diagnostics);
  REQUIRE(build.ok());
  return std::string(build.file("_headers"));
}

/// The fingerprints change with the theme.
std::string without_fingerprints(const std::string& text) {
  return std::regex_replace(text, std::regex(R"(\.[0-9a-f]{12}\.)"), ".HASH.");
}

std::string read_documentation(const std::string& name) {
  std::ifstream in(std::string(OPSG_SOURCE_DIR) + "/docs/" + name);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("a site has no file for its host unless it asks for one") {
  CHECK(site_with("").build().file("_headers").empty());
  CHECK(site_with("[publish]\nheaders_file = false\n").build().file("_headers").empty());
}

TEST_CASE("the headers are the pages' own policy, and what only a header can say") {
  CHECK(without_fingerprints(headers_of({})) ==
        "/*\n"
        "  Content-Security-Policy: " +
            std::string(kPolicy) +
            "\n"
            "  X-Content-Type-Options: nosniff\n"
            "  Referrer-Policy: no-referrer\n"
            "  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n"
            "  Cross-Origin-Opener-Policy: same-origin\n"
            "  Strict-Transport-Security: max-age=31536000\n"
            "/assets/components.HASH.css\n"
            "  Cache-Control: public, max-age=31536000, immutable\n"
            "/assets/favicon.HASH.svg\n"
            "  Cache-Control: public, max-age=31536000, immutable\n"
            "/assets/log.HASH.js\n"
            "  Cache-Control: public, max-age=31536000, immutable\n"
            "/assets/search.HASH.css\n"
            "  Cache-Control: public, max-age=31536000, immutable\n"
            "/assets/search.HASH.js\n"
            "  Cache-Control: public, max-age=31536000, immutable\n"
            "/assets/site.HASH.css\n"
            "  Cache-Control: public, max-age=31536000, immutable\n"
            "/assets/tokens.HASH.css\n"
            "  Cache-Control: public, max-age=31536000, immutable\n");
}

TEST_CASE("nobody is held to HTTPS by a site without it") {
  TestRequest request;
  request.base_url = "http://intranet.example/opsg/";
  CHECK(headers_of(request).find("Strict-Transport-Security") == std::string::npos);
}

TEST_CASE("every asset that is cached for ever is there") {
  const TestBuild build = site_with("[publish]\nheaders_file = true\n").build();
  std::istringstream lines{std::string(build.file("_headers"))};
  int count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("/assets/")) continue;
    ++count;
    INFO(line);
    CHECK_FALSE(build.file(line.substr(1)).empty());
  }
  CHECK(count == 7);
}

TEST_CASE("a theme that states no policy has none but against frames") {
  const std::vector<RenderedFile> files = {{"index.html", "<head></head>"}, {"a.txt", ""}};
  CHECK(released::security_headers(files, "").front().value == "frame-ancestors 'none'");
  CHECK(released::security_headers({}, "").front().value == "frame-ancestors 'none'");
}

TEST_CASE("a policy that stands in a page's text is not the page's") {
  const std::string meta =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src *\">";
  const std::vector<RenderedFile> files = {{"index.html", "<head></head>" + meta}};
  CHECK(released::security_headers(files, "").front().value == "frame-ancestors 'none'");
}

TEST_CASE("a page cannot put a header of its own into the file") {
  const std::vector<RenderedFile> files = {
      {"index.html",
       "<head><meta http-equiv=\"Content-Security-Policy\" content=\"img-src a\n  Set-Cookie: b\">"
       "</head>"}};
  CHECK(released::security_headers(files, "").front().value ==
        "img-src a Set-Cookie: b; frame-ancestors 'none'");
}

TEST_CASE("the documentation's examples for other hosts send the same headers") {
  const std::string documentation = read_documentation("publishing.md");
  const TestBuild build = site_with("[publish]\nheaders_file = true\n").build();
  std::vector<RenderedFile> files;
  for (const auto& [path, bytes] : build.files) files.push_back({path, bytes});
  for (const ResponseHeader& header : released::security_headers(files, "https://a.example/")) {
    const std::string line = header.name + " \"" + header.value + "\"";
    INFO(line);
    CHECK(documentation.find("add_header " + line + " always;\n") != std::string::npos);
    CHECK(documentation.find("\t\t" + line + "\n") != std::string::npos);
  }
}

}  // namespace opsg::test
