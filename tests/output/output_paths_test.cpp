#include "output_paths.h"

#include <string>
#include <vector>

#include "catch2.h"

namespace opsg::output {
namespace {

std::string error_of(const std::vector<std::string>& paths) {
  RenderedSite site{"public", {}};
  for (const std::string& path : paths) site.files.push_back({path, ""});
  const auto checked = check_paths(site);
  return checked ? std::string() : checked.error().message;
}

TEST_CASE("paths of a site may be written") {
  CHECK(error_of({"index.html", "meetings/2021-01-25-opsg-41/index.html", "meetings/index.html",
                  ".well-known/security.txt", "a/...", "caf\xC3\xA9 1.pdf"})
            .empty());
  CHECK(error_of({}).empty());
}

TEST_CASE("paths that lead elsewhere may not be written") {
  const std::string path =
      GENERATE(std::string(), "/etc/passwd", "../a", "a/../b", "a/..", "..", ".", "./a", "a/./b",
               "a//b", "a/", "/", "a\\b", "..\\a", std::string("a\0b", 3), "a\nb", "a\x7F", "\xFF");
  CAPTURE(path);
  CHECK_FALSE(error_of({path}).empty());
}

TEST_CASE("a path that cannot be written is named, without what could drive a terminal") {
  CHECK(error_of({"a/../b\x1B"}) == "`a/../b\xEF\xBF\xBD` is no path for an output file");
}

TEST_CASE("two paths must differ on every computer") {
  CHECK(error_of({"A.pdf", "a.pdf"}) ==
        "`A.pdf` and `a.pdf` cannot both be output: they would be one file on some computers");
  CHECK_FALSE(error_of({"a", "a"}).empty());
  CHECK_FALSE(error_of({"a", "a/b"}).empty());
  CHECK_FALSE(error_of({"a/b", "a"}).empty());
  CHECK_FALSE(error_of({"A", "a/b"}).empty());
  CHECK_FALSE(error_of({"A/b", "a/c"}).empty());
  CHECK_FALSE(error_of({"x/A/b", "x/a/c"}).empty());
  CHECK(error_of({"a-b", "a/b", "a/c/d", "ab"}).empty());
}

TEST_CASE("the manifest's name is taken") {
  CHECK_FALSE(error_of({".opsg-site-manifest"}).empty());
  CHECK_FALSE(error_of({".OPSG-site-manifest"}).empty());
  CHECK_FALSE(error_of({".opsg-site-manifest/a"}).empty());
  CHECK(error_of({"a/.opsg-site-manifest"}).empty());
}

TEST_CASE("the name of the manifest's signature is taken") {
  CHECK_FALSE(error_of({".opsg-site-manifest.minisig"}).empty());
}

TEST_CASE("the paths of a stranger's manifest are held to the same") {
  const auto error_of_manifest = [](const std::vector<std::string>& paths) {
    Manifest manifest{"public", {}};
    for (const std::string& path : paths) manifest.files.push_back({path, std::string(64, '0')});
    const auto checked = check_paths(manifest);
    return checked ? std::string() : checked.error().message;
  };
  CHECK(error_of_manifest({"a/b", "c"}).empty());
  CHECK(error_of_manifest({"../a"}) == "`../a` is no path for an output file");
  CHECK(error_of_manifest({"a", "a"}) ==
        "`a` and `a` cannot both be output: they would be one file on some computers");
  CHECK_FALSE(check_paths(Manifest{"", {}}));
}

TEST_CASE("an audience's name is one line") {
  CHECK_FALSE(check_paths(RenderedSite{"", {}}));
  CHECK_FALSE(check_paths(RenderedSite{"public\nmembers", {}}));
  CHECK(check_paths(RenderedSite{"working group", {}}));
}

}  // namespace
}  // namespace opsg::output
