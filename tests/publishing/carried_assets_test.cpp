#include "carried_assets.h"

#include "catch2.h"

namespace opsg::publishing {
namespace {

using output::make_manifest;
using output::Manifest;

const Manifest kOld = make_manifest(
    {"public", {{"assets/site.1.css", "1"}, {"data/x.json", "x"}, {"index.html", "old"}}});
const Manifest kNew =
    make_manifest({"public", {{"assets/site.2.css", "2"}, {"index.html", "new"}}});

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
    if (path == "assets/gone.css") return std::nullopt;
    return path == "assets/other.css" ? "other bytes" : "1";
  }
  Published<PublishReport> publish(const Release&, const PublishRequest&) override {
    return PublishReport{};
  }
};

TEST_CASE("of the last release, the theme's assets are carried and nothing else") {
  CHECK(carried(kOld, kNew) == std::vector<std::string>{"assets/site.1.css"});
  CHECK(carried({}, kNew).empty());
}

TEST_CASE("what was carried once is not carried again") {
  const Manifest published = with_carried(kNew, kOld);
  REQUIRE(published.find("assets/site.1.css"));
  const Manifest third = make_manifest({"public", {{"assets/site.3.css", "3"}}});
  CHECK(carried(published, third) == std::vector<std::string>{"assets/site.2.css"});
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
  hostile.files.insert(hostile.files.begin(), {"assets/../../secret", kOld.files[0].sha256, false});
  CHECK(carried(hostile, kNew).empty());
}

TEST_CASE("an asset that is gone or has other bytes is left out") {
  const Manifest published = make_manifest(
      {"public", {{"assets/1.css", "1"}, {"assets/gone.css", "2"}, {"assets/other.css", "3"}}});
  FakeTarget target;
  const auto files = fetch_carried_assets(target, published, kNew);
  REQUIRE(files);
  REQUIRE(files->size() == 1);
  CHECK(files->front().path == "assets/1.css");
  CHECK(files->front().carried);
}

}  // namespace
}  // namespace opsg::publishing
