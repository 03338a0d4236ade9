#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

std::string diagnostics_of(std::initializer_list<TestSite::File> files) {
  TestSite site(files);
  return site.diagnostics();
}

TEST_CASE("A meeting's folder is its URL") {
  CHECK(
      diagnostics_of({{"content/meetings/25 January/meeting.toml", meeting_toml()}}) ==
      R"(content/meetings/25 January/meeting.toml: error[meeting-slug]: the folder's name `25 January` cannot be a meeting's URL
  help: use lower case letters, digits, '-', '_' and '.': 25-january

)");
  for (const char* slug : {"2021-01-25-opsg-41", "41_2501", "34x", "v1.2"}) {
    CHECK(diagnostics_of(
              {{"content/meetings/" + std::string(slug) + "/meeting.toml", meeting_toml()}}) == "");
  }
  for (const char* slug : {"-a", "a.", "index.html", "data.json", "OPSG", "\xC3\xA9t\xC3\xA9"}) {
    TestSite site({{"content/meetings/" + std::string(slug) + "/meeting.toml", meeting_toml()}});
    CHECK(site.has_error("meeting-slug"));
  }
}

TEST_CASE("A meeting's folder is no year: the archive has that address") {
  CHECK(
      diagnostics_of({{"content/meetings/2021/meeting.toml", meeting_toml()}}) ==
      R"(content/meetings/2021/meeting.toml: error[meeting-slug]: meetings/2021/ is the page of that year's meetings
  help: put more into the folder's name, such as the date: 2021-01-25

)");
  CHECK(diagnostics_of({{"content/meetings/20210/meeting.toml", meeting_toml()}}) == "");
}

TEST_CASE("Names that differ only by case or accents are one name elsewhere") {
  CHECK(
      diagnostics_of({{"content/pages/About.md", document("white", "")},
                      {"content/pages/about.md", document("white", "")}}) ==
      R"(content/pages/about.md: error[file-name]: `content/pages/about.md` and `content/pages/About.md` differ only by case or accents
  help: rename one: other systems take them for the same file

)");
  TestSite composed({{"content/pages/e\xCC\x81t\xC3\xA9.md", document("white", "")},
                     {"content/pages/\xC3\xA9te\xCC\x81.md", document("white", "")}});
  CHECK(composed.has_error("file-name"));
}

TEST_CASE("A record where nothing reads it is an error, another file a warning") {
  CHECK(diagnostics_of({{"content/meeting/a/minutes.md", "x"}, {"content/pages/photo.png", "x"}}) ==
        R"(content/meeting/a/minutes.md: error[file-misplaced]: nothing reads a file in this place
  help: records stand in content/meetings/<slug>/, pages in content/pages/

content/pages/photo.png: warning[file-misplaced]: nothing reads a file in this place
  help: records stand in content/meetings/<slug>/, pages in content/pages/

)");
  TestSite upper({{"content/meetings/a/meeting.toml", meeting_toml()},
                  {"content/meetings/a/MINUTES.MD", "x"}});
  CHECK(upper.has_error("file-misplaced"));
}

std::string named_document(std::string_view name, std::string_view level) {
  return diagnostics_of({{"content/pages/" + std::string(name), document(level, "")}});
}

TEST_CASE("A document's name tells no other level than its label") {
  CHECK(
      named_document("rules-AMBER.md", "white") ==
      R"(content/pages/rules-AMBER.md:2:18: error[file-name-label]: labelled white, but the name `rules-AMBER` says amber
    2 | classification = "white"
      |                  ^~~~~~~
  help: label it amber, or rename it

)");
  CHECK(named_document("rules-AMBER.md", "amber") == "");
  CHECK(named_document("x_TLP-GREEN.md", "green") == "");
  for (const char* name : {"RED rules.md", "rules_TLP-GREEN.md", "tlp-green-rules.md",
                           "rules (GREEN).md", "rules.AMBER.md", "rules_T.L.P. GREEN.md"}) {
    INFO(name);
    CHECK(named_document(name, "white").find("error[file-name-label]") != std::string::npos);
  }
  for (const char* name : {"amber-room.md", "REDUCTION.md", "green paper.md", "GREEK.md"}) {
    INFO(name);
    CHECK(named_document(name, "white") == "");
  }
}

TEST_CASE("A final document is not called a draft") {
  CHECK(
      named_document("report-DRAFT.md", "white") ==
      R"(content/pages/report-DRAFT.md:2:18: error[file-name-label]: final, but the name `report-DRAFT` says draft
    2 | classification = "white"
      |                  ^~~~~~~
  help: write `status = "draft"`, or rename it

)");
  CHECK(named_document("drafting-rules.md", "white") == "");
  CHECK(named_document("draft-rules.md", "white") == "");
  CHECK(diagnostics_of({{"content/pages/report-DRAFT.md",
                         "+++\nclassification = \"white\"\nstatus = \"draft\"\n+++\n"}}) == "");
}

TEST_CASE("A meeting's folder tells no other level than its label") {
  TestSite site({{"content/meetings/2021-01-25-tlp-green/meeting.toml", meeting_toml()}});
  CHECK(site.has_error("file-name-label"));
  CHECK(diagnostics_of({{"content/meetings/green/meeting.toml", meeting_toml()}}) == "");
}

}  // namespace
}  // namespace opsg::restricted::testing
