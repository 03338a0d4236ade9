#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

bool may_quote(TestSite& site, std::string_view path, std::uint32_t line) {
  const QuotableText text(site.tree(), site.site_if(), site.clearance("public"), {});
  return text.may_quote({SourcePath(std::string(path)), line, 1, 1});
}

TEST_CASE("Text that the public is shown may be quoted") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kMinutes, document("white", "Open.\n\n(AMBER) Closed.\n\nOpen.\n")}});
  CHECK(may_quote(site, kMinutes, 2));
  CHECK(may_quote(site, kMinutes, 6));
  CHECK_FALSE(may_quote(site, kMinutes, 8));
  CHECK(may_quote(site, kMinutes, 10));
  CHECK(may_quote(site, kMeeting, 2));
  CHECK(may_quote(site, "site.toml", 1));
}

TEST_CASE("Withheld documents, drafts and doubtful ones may not be quoted") {
  TestSite site(
      {{"content/pages/amber.md", document("amber", "Closed.\n\nClosed.\n")},
       {"content/pages/draft.md", "+++\nclassification = \"white\"\nstatus = \"draft\"\n+++\n"},
       {"content/pages/doubtful.md", document("white", "Classified as Amber.\n")},
       {"content/pages/unknown.md", document("whit", "Text.\n")},
       {"content/pages/none.md", "Text.\n"}});
  for (const char* name : {"amber", "draft", "doubtful", "unknown", "none"}) {
    const std::string path = "content/pages/" + std::string(name) + ".md";
    for (std::uint32_t line = 0; line < 9; ++line) CHECK_FALSE(may_quote(site, path, line));
  }
}

TEST_CASE("Of a withheld document, only its extracts may be quoted") {
  TestSite site({{"content/pages/amber.md", document("amber", "Closed.\n\n(WHITE) Open.\n")}});
  for (std::uint32_t line = 0; line < 8; ++line) {
    CHECK_FALSE(may_quote(site, "content/pages/amber.md", line));
  }
  CHECK(may_quote(site, "content/pages/amber.md", 8));
}

TEST_CASE("Withheld tables and names of a meeting may not be quoted") {
  TestSite site({{kMeeting, meeting_toml() + R"(place = "Teleconference"
[[attendance]]
organisation = "DCC"
name = "Person Alpha"
[[next]]
classification = "amber"
remark = """
a long
secret"""
# a comment
[[next]]
kind = "main"
)"}});
  CHECK(site.diagnostics() == "");
  for (const std::uint32_t line : {1U, 4U, 5U, 6U, 14U}) CHECK(may_quote(site, kMeeting, line));
  for (const std::uint32_t line : {7U, 9U, 10U, 11U, 12U, 13U}) {
    INFO(line);
    CHECK_FALSE(may_quote(site, kMeeting, line));
  }
}

TEST_CASE("Nothing of a withheld meeting may be quoted, nor its code elsewhere") {
  TestSite site({{kMeeting, meeting_toml()},
                 {kMinutes, "+++\nclassification = \"white\"\nadopted = \"42\"\n+++\n"},
                 {"content/meetings/n/meeting.toml", meeting_toml("42", "amber")}});
  CHECK(site.diagnostics() == "");
  CHECK_FALSE(may_quote(site, "content/meetings/n/meeting.toml", 2));
  CHECK(may_quote(site, kMinutes, 2));
  CHECK_FALSE(may_quote(site, kMinutes, 3));
}

TEST_CASE("Without a policy only public files without labels may be quoted") {
  TestSite site({{"site.toml", "title = \"x\"\n"},
                 {"content/parties.toml", "[[party]]\nclassification = \"amber\"\n"},
                 {"content/pages/a.md", document("white", "")}});
  REQUIRE_FALSE(site.site_if());
  const QuotableText text(site.tree(), nullptr, Clearance{}, {});
  CHECK(text.may_quote({SourcePath("site.toml"), 1, 1, 1}));
  CHECK_FALSE(text.may_quote({SourcePath("content/parties.toml"), 1, 1, 1}));
  CHECK_FALSE(text.may_quote({SourcePath("content/pages/a.md"), 2, 1, 1}));
  CHECK(text.may_quote({SourcePath("content/meetings/folder"), 0, 0, 0}));
}

TEST_CASE("What looks marked or misspelt in TOML may not be quoted, for it was to be withheld") {
  TestSite marked({{kMeeting, meeting_toml() + "place = \"(AMBER) secret\"\n"}});
  CHECK_FALSE(may_quote(marked, kMeeting, 4));
  TestSite misspelt(
      {{kMeeting, meeting_toml() + "[[next]]\nclasification = \"amber\"\nkind = \"secret\"\n"}});
  CHECK_FALSE(may_quote(misspelt, kMeeting, 6));
  TestSite glossary({{"content/glossary.toml", "[terms]\nSX = \"[AMBER: Supplier X]\"\n"}});
  CHECK_FALSE(may_quote(glossary, "content/glossary.toml", 2));
  TestSite document({{"content/pages/a.md",
                      "+++\nclassification = \"white\"\ntitle = \"(AMBER) "
                      "secret\"\n+++\n"}});
  CHECK_FALSE(may_quote(document, "content/pages/a.md", 3));
}

TEST_CASE("A person's name that slipped into prose may not be quoted") {
  TestSite site({{kMeeting, meeting_toml() + "[[attendance]]\nname = \"Person Alpha\"\n"},
                 {kMinutes, document("white", "Person Alpha spoke.\n")}});
  CHECK(site.has_error("name-in-prose"));
  CHECK_FALSE(may_quote(site, kMinutes, 6));
}

TEST_CASE("A slip in a marking may not be quoted") {
  TestSite site({{"content/pages/a.md", document("white", "(AMBR) A secret.\n")}});
  CHECK(site.has_errors());
  CHECK_FALSE(may_quote(site, "content/pages/a.md", 6));
}

}  // namespace
}  // namespace opsg::restricted::testing
