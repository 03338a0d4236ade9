#include "output_manifest.h"

#include "catch2.h"

namespace opsg::output {
namespace {

const RenderedSite kSite{"public", {{"b/index.html", "abc"}, {"a.html", ""}}};

constexpr std::string_view kText =
    "# opsg-site manifest 1\n"
    "# audience: public\n"
    "# files: 2\n"
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.html\n"
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b/index.html\n";

std::string replaced(std::string_view from, std::string_view to) {
  std::string text(kText);
  return text.replace(text.find(from), from.size(), to);
}

TEST_CASE("a manifest lists every file with its digest, by path") {
  CHECK(format_manifest(make_manifest(kSite)) == kText);
}

TEST_CASE("a manifest is read back") {
  const auto manifest = parse_manifest(kText);
  REQUIRE(manifest);
  CHECK(manifest->audience == "public");
  CHECK(manifest->find("b/index.html")->sha256 ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(manifest->find("b") == nullptr);
  CHECK(manifest->has_folder("b"));
  CHECK_FALSE(manifest->has_folder("a"));
}

TEST_CASE("a manifest of no file is read back") {
  const auto manifest = parse_manifest(format_manifest(make_manifest({"members", {}})));
  REQUIRE(manifest);
  CHECK(manifest->audience == "members");
  CHECK(manifest->files.empty());
}

TEST_CASE("a manifest says which files were carried over from the release before") {
  Manifest manifest = make_manifest(kSite);
  manifest.files.front().carried = true;
  const std::string text = format_manifest(manifest);
  CHECK(text == replaced("# files: 2\n", "# files: 2\n# carried: a.html\n"));
  const auto read = parse_manifest(text);
  REQUIRE(read);
  CHECK(read->find("a.html")->carried);
  CHECK_FALSE(read->find("b/index.html")->carried);
  CHECK_FALSE(parse_manifest(replaced("# files: 2\n", "# files: 2\n# carried: c.html\n")));
  CHECK_FALSE(parse_manifest(
      replaced("# files: 2\n", "# files: 2\n# carried: b/index.html\n# carried: a.html\n")));
}

TEST_CASE("a manifest that was cut off or changed is damaged") {
  for (std::size_t length = 0; length < kText.size(); ++length) {
    CAPTURE(length);
    REQUIRE_FALSE(parse_manifest(kText.substr(0, length)));
  }
  CHECK_FALSE(parse_manifest(std::string(kText) + "\n"));
  CHECK_FALSE(parse_manifest(replaced("manifest 1", "manifest 2")));
  CHECK_FALSE(parse_manifest(replaced("files: 2", "files: 3")));
  CHECK_FALSE(parse_manifest(replaced("  a.html", " a.html")));
  CHECK_FALSE(parse_manifest(replaced("a.html", "c.html")));
  CHECK_FALSE(parse_manifest(replaced("a.html\n", "a.html\r\n")));
}

TEST_CASE("the changes between two manifests are counted") {
  const Manifest before = make_manifest({"public", {{"a", "1"}, {"b", "1"}, {"c", "1"}}});
  const Manifest after = make_manifest({"public", {{"a", "1"}, {"b", "2"}, {"d", "1"}, {"e", ""}}});
  const ManifestChanges changes = compare_manifests(before, after);
  CHECK(changes.written == 3);
  CHECK(changes.unchanged == 1);
  CHECK(changes.removed == 1);
}

}  // namespace
}  // namespace opsg::output
