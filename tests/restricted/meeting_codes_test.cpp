#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

TEST_CASE("Two meetings with one code are an error that names both places") {
  TestSite site({{"content/meetings/a/meeting.toml", meeting_toml("OPSG_41")},
                 {"content/meetings/b/meeting.toml", meeting_toml("opsg 41")}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/b/meeting.toml:2:8: error[meeting-duplicate]: another meeting has the code `opsg 41`
    2 | code = "opsg 41"
      |        ^~~~~~~~~
  note: content/meetings/a/meeting.toml:2:8: it is used here
    2 | code = "OPSG_41"
      |        ^~~~~~~~~
  help: give each meeting codes of its own

)");
}

TEST_CASE("Another spelling of a code is a code too") {
  TestSite clash(
      {{"content/meetings/a/meeting.toml", meeting_toml("41") + "also = [\"OPSG 41\"]\n"},
       {"content/meetings/b/meeting.toml", meeting_toml("OPSG_41")}});
  CHECK(clash.has_error("meeting-duplicate"));
  TestSite one(
      {{"content/meetings/a/meeting.toml", meeting_toml("41") + "also = [\"OPSG 41\", \"41\"]\n"}});
  CHECK(one.diagnostics() == "");
}

TEST_CASE("A clash with a meeting that the public lacks is an error all the same") {
  TestSite site({{"content/meetings/a/meeting.toml", meeting_toml("41", "amber")},
                 {"content/meetings/b/meeting.toml", meeting_toml("41")}});
  CHECK(site.has_error("meeting-duplicate"));
}

TEST_CASE("A folder of records needs a meeting.toml") {
  TestSite site({{"content/meetings/a/minutes.md", document("white", "")}});
  CHECK(site.diagnostics() ==
        R"(content/meetings/a: error[meeting-missing]: the folder has no meeting.toml
  help: write one with the meeting's classification, code and date

)");
  CHECK(site.clear("public").documents.empty());
}

TEST_CASE("A document is not labelled lower than its meeting") {
  TestSite site({{"content/meetings/a/meeting.toml", meeting_toml("41", "amber")},
                 {"content/meetings/a/minutes.md", document("green", "")}});
  CHECK(
      site.diagnostics() ==
      R"(content/meetings/a/minutes.md:2:18: error[document-lower-than-meeting]: labelled green, but its meeting is amber
    2 | classification = "green"
      |                  ^~~~~~~
  note: content/meetings/a/meeting.toml:1:18: the meeting is labelled here
    1 | classification = "amber"
      |                  ^~~~~~~
  help: raise the document's label, or lower the meeting's

)");
}

}  // namespace
}  // namespace opsg::restricted::testing
