#include "decision_index.h"

#include <fmt/format.h>

#include <tuple>

#include "catch2.h"
#include "rendering_fixture.h"

namespace opsg::released {
namespace {

using opsg::test::RenderingFixture;
using Places = std::vector<std::tuple<std::size_t, std::size_t, std::size_t>>;

Site three_years_of_decisions(RenderingFixture& fixture) {
  for (int i = 0; i < 9; ++i) {
    const std::string slug = fmt::format("m{}", i);
    fixture.meeting(slug,
                    fmt::format("code = \"4{}\"\ndate = {}-0{}-25\n", i, 2019 + i / 3, i + 1));
    fixture.document(
        slug, "minutes",
        fmt::format("## 1. One\n\nThe OPSG **{}** the report.\n\nThe OPSG **NOTED** it.\n",
                    i < 3 ? "AGREED" : "NOTED"));
  }
  return fixture.site();
}

Places found(const std::vector<DecisionPlace>& places) {
  Places all;
  for (const auto& [meeting, record, decision] : places)
    all.emplace_back(meeting, record, decision);
  return all;
}

/// What a filter means, decision by decision.
Places looked_for(const Site& site, const DecisionFilter& filter) {
  Places all;
  for (const auto& [meeting, record, decision] : site.decisions) {
    const bool is_meant =
        (filter.verb.empty() || site.records[record].decisions[decision].verb == filter.verb) &&
        (!filter.year || static_cast<int>(site.meetings[meeting].date.year()) == *filter.year);
    if (is_meant) all.emplace_back(meeting, record, decision);
  }
  return all;
}

TEST_CASE("a filter finds what going through all decisions finds") {
  RenderingFixture fixture;
  const Site site = three_years_of_decisions(fixture);
  REQUIRE(site.decisions.size() == 18);
  const DecisionIndex index(site);
  for (const std::string verb : {"", "noted", "agreed", "approved", "endorsed"}) {
    CHECK(found(index.found_by({verb, {}})) == looked_for(site, {verb, {}}));
    for (int year = 2018; year < 2023; ++year) {
      INFO(verb << ' ' << year);
      CHECK(found(index.found_by({verb, year})) == looked_for(site, {verb, year}));
    }
  }
}

TEST_CASE("there is a page for each filter that finds any, and always one for all") {
  RenderingFixture fixture;
  const Site site = three_years_of_decisions(fixture);
  std::vector<std::string> pages;
  for (const DecisionFilter& filter : DecisionIndex(site).filters()) {
    pages.push_back(filter.verb + (filter.year ? fmt::format(" {}", *filter.year) : ""));
  }
  CHECK(pages == std::vector<std::string>{"", " 2021", " 2020", " 2019", "noted", "noted 2021",
                                          "noted 2020", "noted 2019", "agreed", "agreed 2019"});
  RenderingFixture empty;
  CHECK(DecisionIndex(empty.site()).filters().size() == 1);
}

}  // namespace
}  // namespace opsg::released
