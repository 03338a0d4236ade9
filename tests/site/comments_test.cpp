#include <string>

#include "catch2.h"
#include "test_site.h"

namespace opsg::test {
namespace {

constexpr std::string_view kFront = "+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n\n";
constexpr std::string_view kComment = "<!-- a note for editors -->";

/// The place of a comment in a text: "@@" on a line of its own, "@" within one, and with a space of
/// its own "^".
std::string with(std::string text, bool comments) {
  const auto replace = [&](std::string_view mark, const std::string& by) {
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += by.size()) {
      text.replace(at, mark.size(), by);
    }
  };
  replace("@@", comments ? std::string(kComment) + "\n\n" : "");
  replace("@", comments ? std::string(kComment) : "");
  replace("^", comments ? std::string(kComment) + ' ' : "");
  return std::string(kFront) + text;
}

std::string differing_files(const TestBuild& a, const TestBuild& b) {
  std::string names;
  for (const auto& [name, bytes] : a.files) {
    if (b.file(name) != bytes) names += name + '\n';
  }
  return names;
}

void check_no_trace(const std::string& path, const std::string& text) {
  const TestBuild plain = TestSite{{path, with(text, false)}}.build();
  const TestBuild commented = TestSite{{path, with(text, true)}}.build();
  CAPTURE(path, text, plain.diagnostics, commented.diagnostics);
  REQUIRE(plain.ok());
  REQUIRE(commented.ok());
  CHECK(differing_files(plain, commented) == "");
  CHECK(commented.files.size() == plain.files.size());
}

TEST_CASE("A comment before a page's title leaves no trace") {
  for (const char* text :
       {"@@# About\n\nText.\n", "@@@@# About\n\nText.\n\n## More\n\nText.\n",
        "# About@\n\nText.@\n\n@@## More@\n\nText.\n\n@@", "@@Text.\n\n# About\n\nText.\n",
        "@@(AMBER) Words.\n\n# About\n\nText.\n", "(AMBER) Words.\n\n@@# About\n\nText.\n",
        "@@(AMBER) Words.\n\n@@## About\n\nText.\n\n# More\n",
        "# About\n\n@@(AMBER) Words.\n\n@@(AMBER) Words.\n\n@@"}) {
    check_no_trace("content/pages/about.md", text);
  }
}

TEST_CASE("A comment between words leaves no trace") {
  for (const char* text : {"The OPSG ^NOTED ^^the *report ^of* ^`code` [link ^text](/actions/).\n",
                           "## ^1. Reports ^here\n\nMP ^123 and MP@123\nend ^\nof ^it ^\n",
                           "The OPSG ^**NOTED** ^it. ^So **^it** did.\n\n- a ^b\n\n> c ^d\n\n| A "
                           "^b | ^c |\n|---|---|\n| "
                           "^d | e ^f |\n",
                           "ACTION OPSG 41/02: ^The DCC to ^go.\n\n- Target: ^4 February 2021\n"}) {
    check_no_trace("content/meetings/m1/minutes.md", text);
  }
}

TEST_CASE("A comment in a record leaves no trace") {
  for (const char* text :
       {"@@## 1. Reports (DCC)@\n\n@@Text.\n",
        "@@# Minutes\n\n@@## 1. Reports\n\nThe OPSG:\n\n@@- **NOTED** it; and\n- **AGREED** it.\n",
        "## 1. Reports\n\n@@### OPSG 41/01: The DCC to go@\n\n@@- Target: 1 February 2021@\n- "
        "Owner: DCC\n\n@@Text.\n",
        "## 1. Reports\n\nACTION OPSG 41/02: The DCC to go.@\n\n@@- Target: 4 February "
        "2021\n\n@@Text.\n",
        "## 1. Reports\n\n- The OPSG@ **NOTED** it.\n\n  The OPSG **AGREED**@ it.\n\n@@Text.\n",
        "@@(AMBER) Words.\n\n@@## 2. Reports\n\n[Post-meeting note: One.@\n\n@@Two.]\n",
        "@@## 1. Reports (AMBER)\n\n@@Words.\n\n@@## 2. Reports\n\n| A@ | B |\n| --- | --- |\n| c@ "
        "| d |\n"}) {
    check_no_trace("content/meetings/m1/minutes.md", text);
    check_no_trace("content/meetings/m1/headlines.md", text);
  }
}

}  // namespace
}  // namespace opsg::test
