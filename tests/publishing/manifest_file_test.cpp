#include "manifest_file.h"

#include "catch2.h"
#include "release_folder.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::ReleaseFolder;

TEST_CASE("a manifest is read by itself, or in its folder, and nothing else with it") {
  const ReleaseFolder release(Files{{"index.html", "home"}});
  fs::remove(release / "index.html");
  const fs::path path = GENERATE(fs::path("."), fs::path(".opsg-site-manifest"));
  const auto read = read_manifest_file(release / path, {});
  REQUIRE(read);
  CHECK(read->holds());
  CHECK(read->manifest.find("index.html"));
}

TEST_CASE("a file that is no manifest is told by its path") {
  const ReleaseFolder release(Files{{"index.html", "home"}});
  const auto read = read_manifest_file(release / "index.html", {});
  REQUIRE(read);
  REQUIRE(read->differences.size() == 1);
  CHECK(describe(read->differences.front()) ==
        "manifest: " + (release / "index.html").string() + " (it is damaged)");
}

TEST_CASE("a manifest that is not there is a failure of the machine") {
  const testing::TempFolder folder;
  CHECK_FALSE(read_manifest_file(folder / "none", {}));
}

}  // namespace
}  // namespace opsg::publishing
