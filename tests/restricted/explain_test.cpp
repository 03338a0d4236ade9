#include "explain.h"

#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

std::string explained(const TestSite& site, std::string_view filter) {
  return format_decisions(explain(site.site(), {}, parse_explain_filter(filter)));
}

TEST_CASE("Each portion of a document is explained") {
  TestSite site(
      {{kMeeting, meeting_toml()},
       {kMinutes, document("green", "Closed.\n\n(WHITE) Open.\n\n(AMBER) More closed.\n")}});
  CHECK(explained(site, kMinutes) ==
        R"(content/meetings/m/minutes.md:2:18: document: green
  rule: document-label (the front matter labels every portion that has no marking of its own)
  shown to: parties, members

content/meetings/m/minutes.md:8:1: extract: paragraph, line 8: white
  rule: block-marking (a marking at the start of a block covers the block)
  shown to: public, parties, members

content/meetings/m/minutes.md:10:1: paragraph, line 10: amber
  rule: block-marking (a marking at the start of a block covers the block)
  shown to: members

)");
}

TEST_CASE("A line is explained by what covers it") {
  TestSite site(
      {{kMeeting, meeting_toml()}, {kMinutes, document("white", "Open.\n\n(AMBER) Closed.\n")}});
  CHECK(explained(site, kMinutes + ":6") ==
        R"(content/meetings/m/minutes.md:2:18: document: white
  rule: document-label (the front matter labels every portion that has no marking of its own)
  shown to: public, parties, members

)");
  CHECK(explained(site, kMinutes + ":8").find("paragraph, line 8: amber") != std::string::npos);
}

TEST_CASE("Drafts and embargoes are explained") {
  TestSite site({{"content/pages/a.md",
                  "+++\nclassification = \"white\"\nstatus = \"draft\"\n"
                  "embargo = 2021-02-01T09:00:00\n+++\n"}});
  CHECK(explained(site, "content/pages/a.md") ==
        R"(content/pages/a.md:3:10: document: white
  rule: draft (a draft is for those audiences to whom the policy gives drafts)
  shown to: members

content/pages/a.md:4:11: document: white
  rule: embargo (withheld before 2021-02-01T09:00:00Z, but for audiences to whom the policy gives embargoed documents)
  shown to: members

content/pages/a.md:2:18: document: white
  rule: document-label (the front matter labels every portion that has no marking of its own)
  shown to: members

)");
}

TEST_CASE("Tables, names and attachments of a meeting are explained") {
  TestSite site({{kMeeting, meeting_toml() + R"([[attendance]]
name = "Person Alpha"
[[next]]
classification = "red"
kind = "main"
[[attachments]]
file = "a.pdf"
classification = "amber"
sha256 = "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd"
)"},
                 {"content/meetings/m/a.pdf", "A"}});
  CHECK(site.diagnostics() == "");
  CHECK(explained(site, kMeeting) ==
        R"(content/meetings/m/meeting.toml:1:18: meeting: white
  rule: meeting-label (a meeting's label covers its folder)
  shown to: public, parties, members

content/meetings/m/meeting.toml:5:8: personal `name`, line 5: green
  rule: personal-name (people's names have a level of their own)
  shown to: parties, members

content/meetings/m/meeting.toml:7:18: table `next`, lines 6 to 7: red
  rule: table-label (a table's label covers its subtables and arrays)
  shown to: nobody

content/meetings/m/meeting.toml:11:18: table `attachments`, lines 9 to 11: amber
  rule: table-label (a table's label covers its subtables and arrays)
  shown to: members

content/meetings/m/meeting.toml:11:18: attachment `a.pdf`, line 11: amber
  rule: attachment-label (an attachment has the label that meeting.toml lists it with)
  shown to: members

)");
}

TEST_CASE("A filter may have a line") {
  CHECK(parse_explain_filter("a/b.md").line == 0);
  CHECK(parse_explain_filter("a/b.md:12").line == 12);
  CHECK(parse_explain_filter("a/b.md:12").path == "a/b.md");
  CHECK(parse_explain_filter("a/b.md:x").path == "a/b.md:x");
}

}  // namespace
}  // namespace opsg::restricted::testing
