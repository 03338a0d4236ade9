#include "pending_removals.h"

#include <filesystem>
#include <fstream>

#include "catch2.h"
#include "temp_folder.h"

namespace opsg::publishing {
namespace {

using output::make_manifest;
using Paths = std::vector<std::string>;

const output::Manifest kBoth = make_manifest({"public", {{"a.html", "a"}, {"b.html", "b"}}});
const output::Manifest kOnlyB = make_manifest({"public", {{"b.html", "b"}}});
const output::Manifest kNone = make_manifest({"public", {}});

TEST_CASE("what was removed is remembered until it was seen to be gone") {
  const testing::TempFolder folder;
  PendingRemovals pending(folder / "withdrawn-web");
  CHECK(pending.add(kBoth, kOnlyB) == Paths{"a.html"});
  // As after a kill: another run, to which the target tells the new manifest.
  PendingRemovals next(folder / "withdrawn-web");
  CHECK(next.add(kOnlyB, kNone) == Paths{"a.html", "b.html"});
  REQUIRE(next.clear());
  CHECK(next.add(kNone, kNone) == Paths{});
}

TEST_CASE("none but its owner may read what was removed") {
  using std::filesystem::perms;
  const testing::TempFolder folder;
  PendingRemovals pending(folder / "withdrawn-web");
  REQUIRE(pending.add(kBoth, kOnlyB));
  CHECK(std::filesystem::status(folder / "withdrawn-web").permissions() ==
        (perms::owner_read | perms::owner_write));
}

TEST_CASE("what is published again is not to be gone") {
  const testing::TempFolder folder;
  PendingRemovals pending(folder / "withdrawn-web");
  CHECK(pending.add(kBoth, kOnlyB) == Paths{"a.html"});
  CHECK(pending.add(kOnlyB, kBoth) == Paths{});
  CHECK_FALSE(std::filesystem::exists(folder / "withdrawn-web"));
}

TEST_CASE("a list that cannot be kept is a failure") {
  const testing::TempFolder folder;
  PendingRemovals pending(folder / "nowhere" / "withdrawn-web");
  CHECK_FALSE(pending.add(kBoth, kOnlyB));
  CHECK(pending.add(kBoth, kBoth) == Paths{});
}

}  // namespace
}  // namespace opsg::publishing
