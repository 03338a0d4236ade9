#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

TEST_CASE("A document above the clearance is absent") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kFolder + "headlines.md", document("white", "Open.\n")},
                 {kMinutes, document("green", "Closed.\n")}});
  CHECK(site.diagnostics() == "");
  const ClearedSources cleared = site.clear("public");
  REQUIRE(cleared.documents.size() == 1);
  CHECK(cleared.documents[0]->name == "headlines");
  CHECK(cleared.documents[0]->meeting == "m");
  CHECK(cleared.documents[0]->level == "white");
  CHECK(cleared.documents[0]->complete);
  CHECK(site.clear("parties").documents.size() == 2);
}

TEST_CASE("A withheld meeting takes its documents and attachments with it") {
  TestSite site({{kMeeting, meeting_toml("1", "amber")},
                 {kMinutes, document("amber", "(WHITE) An extract.\n")}});
  CHECK(site.diagnostics() == "");
  CHECK(site.clear("public").meetings.empty());
  CHECK(site.clear("public").documents.empty());
  CHECK(site.clear("members").meetings.size() == 1);
}

TEST_CASE("A document whose meeting cannot be read is judged, and given to nobody else") {
  for (const std::string facts : {"classification = \n", "code = \"1\"\n", ""}) {
    TestSite site({{kMeeting, facts}, {kMinutes, document("white", "Open.\n")}});
    CHECK(site.has_errors());
    CHECK(site.clear("full").documents.size() == 1);
    CHECK(site.clear("full").meetings.empty());
    for (const char* audience : {"public", "parties", "members"}) {
      CHECK(site.clear(audience).documents.empty());
    }
  }
  TestSite doubtful(
      {{kMeeting, "classification = \n"}, {kMinutes, document("white", "(AMBER Open.\n")}});
  CHECK(doubtful.clear("full").documents.empty());
}

TEST_CASE("Extracts of a withheld document are handed on without its front matter") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kMinutes, document("green",
                                     "Closed.\n\n(WHITE) Open one.\n\n"
                                     "Closed.\n\n(WHITE) Open two.\n")}});
  CHECK(site.diagnostics() == "");
  const ClearedSources cleared = site.clear("public");
  REQUIRE(cleared.documents.size() == 1);
  const DocumentSource& minutes = *cleared.documents[0];
  CHECK_FALSE(minutes.complete);
  CHECK(minutes.front_matter.empty());
  REQUIRE(minutes.fragments.size() == 2);
  CHECK(minutes.fragments[0].text == "Open one.\n");
  CHECK(minutes.fragments[1].text == "Open two.\n");
}

TEST_CASE("Extracts of a draft or of an embargoed document are withheld") {
  const std::string body = "+++\nClosed.\n\n(WHITE) Open.\n";
  TestSite site(
      {{kMeeting, meeting_toml()},
       {kFolder + "draft.md", "+++\nclassification = \"green\"\nstatus = \"draft\"\n" + body},
       {kFolder + "embargoed.md",
        "+++\nclassification = \"green\"\nstatus = \"final\"\n"
        "embargo = 2021-02-01T09:00:00\n" +
            body}});
  CHECK(site.diagnostics() == "");
  CHECK(site.clear("public").documents.empty());
}

TEST_CASE("A document of which nothing is left is absent where its label is withheld") {
  TestSite site({{"content/pages/a.md", document("amber", "Closed.\n")},
                 {"content/pages/b.md", document("white", "(AMBER) Closed.\n")}});
  const ClearedSources cleared = site.clear("public");
  REQUIRE(cleared.documents.size() == 1);
  CHECK(cleared.documents[0]->name == "b");
}

TEST_CASE("Attendance does not name agenda items that the audience lacks") {
  TestSite site(
      {{kMeeting, meeting_toml() + "[[attendance]]\norganisation = \"DCC\"\npart = true\n"
                                   "items = [\"2\", \"6\", \"3.1\"]\n"
                                   "[[attendance]]\norganisation = \"SECAS\"\nitems = [\"6\"]\n"},
       {kMinutes,
        document("white", "## 2. Two\n\n### 3.1. Three\n\n## 6. Six (AMBER)\n\nSecret.\n")}});
  CHECK(site.diagnostics() == "");
  CHECK(dump(site.clear("public"))
            .find("attendance=[{organisation='DCC' part=true "
                  "items=['2''3.1'] }{organisation='SECAS' }]") != std::string::npos);
  CHECK(dump(site.clear("members")).find("items=['2''6''3.1']") != std::string::npos);
}

TEST_CASE("Sources are handed on by slug and path, whatever the order of the files") {
  TestSite site({{"content/meetings/a-b/meeting.toml", meeting_toml("2")},
                 {"content/meetings/a/meeting.toml", meeting_toml("1")},
                 {"content/meetings/a/minutes.md", document("white", "")},
                 {"content/meetings/a-b/minutes.md", document("white", "")}});
  const ClearedSources cleared = site.clear("public");
  REQUIRE(cleared.meetings.size() == 2);
  CHECK(cleared.meetings[0]->slug == "a");
  REQUIRE(cleared.documents.size() == 2);
  CHECK(cleared.documents[0]->meeting == "a-b");
}

TEST_CASE("Every error of a site is shown in one run") {
  TestSite site({{kMeeting, "classification = \"ambr\"\n"},
                 {kMinutes, "+++\nstatus = \"fnal\"\n+++\n\n(AMBR) Text.\n"},
                 {"content/pages/a.md", "no front matter\n"},
                 {"content/glossary.toml", "terms = 3\n"}});
  for (const char* code : {"label-unknown", "missing-key", "label-missing", "status-unknown",
                           "front-matter-missing", "wrong-type"}) {
    CHECK(site.has_error(code));
  }
}

}  // namespace
}  // namespace opsg::restricted::testing
