#include "carried_assets.h"

#include "catch2.h"
#include "sha256.h"

namespace opsg::publishing {
namespace {

using output::make_manifest;
using output::Manifest;

/// A style sheet of these bytes, as pages name it.
std::string asset(std::string_view bytes) {
  return "assets/site." + sha256_hex(bytes).substr(0, 12) + ".css";
}

const Manifest kOld =
    make_manifest({"public", {{asset("1"), "1"}, {"data/x.json", "x"}, {"index.html", "old"}}});
const Manifest kNew = make_manifest({"public", {{asset("2"), "2"}, {"index.html", "new"}}});

std::vector<std::string> carried(const Manifest& published, const Manifest& next) {
  std::vector<std::string> paths;
  for (const auto& entry : assets_to_carry(published, next)) paths.push_back(entry.path);
  return paths;
}

/// What is published once the assets have been carried.
Manifest with_carried(Manifest next, const Manifest& published) {
  for (output::ManifestEntry entry : assets_to_carry(published, next)) {
    entry.carried = true;
    next.files.insert(next.files.begin(), entry);
  }
  return next;
}

class FakeTarget : public PublishTarget {
 public:
  Published<std::optional<std::string>> read(const std::string& path) override {
    if (path == asset("gone")) return std::nullopt;
    return path == asset("other") ? "other bytes" : "1";
  }
  Published<PublishReport> publish(const Release&, const PublishRequest&) override {
    return PublishReport{};
  }
};

TEST_CASE("of the last release, the theme's assets are carried and nothing else") {
  CHECK(carried(kOld, kNew) == std::vector<std::string>{asset("1")});
  CHECK(carried({}, kNew).empty());
}

TEST_CASE("what pages do not name by a fingerprint of its bytes is never carried") {
  const Manifest old = make_manifest({"public",
                                      {{"assets/notes.txt", "text"},
                                       {"assets/site.css", "1"},
                                       {"assets/site.0123456789ab.css", "others"},
                                       {asset("1") + ".gz", "1, compressed"},
                                       {"assets/" + sha256_hex("none").substr(0, 12), "none"},
                                       {"index.html", "old"}}});
  CHECK(carried(old, kNew).empty());
}

TEST_CASE("what was carried once is not carried again") {
  const Manifest published = with_carried(kNew, kOld);
  REQUIRE(published.find(asset("1")));
  const Manifest third = make_manifest({"public", {{asset("3"), "3"}}});
  CHECK(carried(published, third) == std::vector<std::string>{asset("2")});
}

TEST_CASE("a site that has not changed keeps what was carried to it") {
  const Manifest published = with_carried(kNew, kOld);
  CHECK(format_manifest(with_carried(kNew, published)) == format_manifest(published));
}

TEST_CASE("nothing is carried from another audience, or by a path out of the site") {
  Manifest members = kOld;
  members.audience = "members";
  CHECK(carried(members, kNew).empty());
  Manifest hostile = kOld;
  hostile.files.insert(hostile.files.begin(),
                       {"assets/../" + asset("1"), kOld.files[0].sha256, false});
  CHECK(carried(hostile, kNew).empty());
}

TEST_CASE("an asset that is gone or has other bytes is left out") {
  const Manifest published = make_manifest(
      {"public", {{asset("1"), "1"}, {asset("gone"), "gone"}, {asset("other"), "other"}}});
  FakeTarget target;
  const auto files = fetch_carried_assets(target, published, kNew);
  REQUIRE(files);
  REQUIRE(files->size() == 1);
  CHECK(files->front().path == asset("1"));
  CHECK(files->front().carried);
}

}  // namespace
}  // namespace opsg::publishing
