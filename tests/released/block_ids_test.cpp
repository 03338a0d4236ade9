#include "block_ids.h"

#include <string>
#include <vector>

#include "anchors.h"
#include "catch2.h"
#include "rendering_fixture.h"

namespace opsg::released {
namespace {

using opsg::test::RenderingFixture;

RenderingFixture meeting_with(const std::string& headlines, const std::string& minutes) {
  RenderingFixture fixture;
  fixture.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  fixture.document("m1", "headlines", headlines);
  fixture.document("m1", "minutes", minutes);
  return fixture;
}

std::vector<std::string> strings(std::span<const std::string_view> views) {
  return {views.begin(), views.end()};
}

std::vector<const Record*> records_of(const Site& site) {
  std::vector<const Record*> records;
  for (const Record& record : site.records) records.push_back(&record);
  return records;
}

TEST_CASE("records that ask for other ids are named alike alone and together") {
  RenderingFixture fixture = meeting_with("## 1. Risks\n\nSame.\n\n## Notes\n\n## Notes\n",
                                          "## 1. Risks\n\nSame.\n\n## Notes\n\nSame.\n");
  const Site site = fixture.site();
  const std::vector<const Record*> records = records_of(site);
  const std::vector<BlockIds> together = name_blocks(records);
  for (std::size_t i = 0; i < records.size(); ++i) {
    CHECK(strings(together[i].all()) == strings(records[i]->ids.all()));
    CHECK(&Anchors(site).of(*records[i]) == &records[i]->ids);
  }
}

TEST_CASE("of two records that ask for one id, the later one gets another") {
  RenderingFixture fixture = meeting_with("## Minutes risks\n", "## Risks\n");
  const Site site = fixture.site();
  const Record& headlines = site.records[0];
  const Record& minutes = site.records[1];
  CHECK(strings(headlines.ids.all()) == std::vector<std::string>{"headlines", "minutes-risks"});
  CHECK(strings(minutes.ids.all()) == std::vector<std::string>{"minutes", "minutes-risks"});

  const Anchors anchors(site);
  CHECK(strings(anchors.of(headlines).all()) == strings(headlines.ids.all()));
  CHECK(strings(anchors.of(minutes).all()) ==
        std::vector<std::string>{"minutes", "minutes-risks-2"});
  const MarkdownNode* heading = minutes.trees[0].root()->first_child();
  CHECK(strings(anchors.of(minutes).of(heading)) == std::vector<std::string>{"minutes-risks-2"});
  CHECK(anchors.is_on_page("meetings/m1/", "minutes-risks-2"));
  CHECK_FALSE(anchors.is_on_page("meetings/m1/", "risks"));
  CHECK_FALSE(anchors.is_on_page("meetings/m2/", "minutes-risks"));
}

TEST_CASE("ids of the templates are not those of headings") {
  RenderingFixture fixture =
      meeting_with("## Contents\n\n## Summary\n\n## Cite\n\n## Attendance\n", "## Two\n");
  const Site site = fixture.site();
  CHECK(strings(site.records[0].ids.all()) ==
        std::vector<std::string>{"headlines", "contents-2", "summary-2", "cite-2", "attendance-2"});
}

TEST_CASE("ids stay those of their blocks when the record moves") {
  RenderingFixture fixture = meeting_with("## One\n\nText.\n", "## Two\n");
  const Site site = fixture.site();
  const Record& record = site.records[0];
  BlockIds first = std::move(name_blocks(records_of(site)).front());
  const BlockIds moved = std::move(first);
  const MarkdownNode* heading = record.trees[0].root()->first_child();
  CHECK(strings(moved.of(heading)) == std::vector<std::string>{"one"});
  CHECK(moved.of(heading->next()).size() == 1);
  CHECK(moved.of(heading->next()).front().starts_with("p-"));
  CHECK(moved.of(record.trees[0].root()).empty());
  CHECK(moved.contains("one"));
  CHECK_FALSE(moved.contains("on"));
}

}  // namespace
}  // namespace opsg::released
