#include "build_summary.h"

#include <nlohmann/json.hpp>

#include "catch2.h"

namespace opsg::app {
namespace {

BuildSummary sample_summary() {
  const RenderedSite site{
      "public", {{"404.html", ""}, {"data/risks.json", ""}, {"index.html", ""}, {"x.htm", ""}}};
  return summarise(site, {3, 1, 2}, "/srv/public", std::chrono::milliseconds(1234));
}

TEST_CASE("a build is summed up in one line") {
  CHECK(summary_line(sample_summary()) ==
        "/srv/public: 2 pages for the audience public; of 4 files 3 changed, 2 removed; 1.23 s\n");
  const RenderedSite one{"parties", {{"index.html", ""}}};
  CHECK(summary_line(summarise(one, {0, 1, 0}, "p", std::chrono::seconds(0))) ==
        "p: 1 page for the audience parties; of 1 file 0 changed, 0 removed; 0.00 s\n");
}

TEST_CASE("programs get the same as one JSON object") {
  const auto json = nlohmann::json::parse(summary_json(sample_summary()));
  CHECK(json == nlohmann::json{{"folder", "/srv/public"},
                               {"audience", "public"},
                               {"pages", 2},
                               {"files", 4},
                               {"changed", 3},
                               {"removed", 2},
                               {"seconds", 1.234}});
}

}  // namespace
}  // namespace opsg::app
