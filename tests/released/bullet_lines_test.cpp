#include "bullet_lines.h"

#include <string>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

TEST_CASE("printed bullets that Markdown makes no list of are reported, once for a paragraph") {
  CHECK(findings_of_minutes("The \u2022 OPSG saw:\n\u2022 a report\n\u2022 a plan\n") ==
        "minutes.md:2:1: warning[bullet-unread]: this bullet makes no list: it is a character like "
        "any other\n"
        "    2 | \u2022 a report\n"
        "      | ^\n"
        "  help: write `- ` instead of it, at the beginning of each item's line\n");
  for (const char* text : {"\u2022 a", "\u25aa\ta", "\u25cf**a**", "> \u25e6 a", "- \u2022 a"}) {
    CAPTURE(text);
    const auto read = read_minutes(text);
    REQUIRE(read.diagnostics.items().size() == 1);
    CHECK(read.diagnostics.items()[0].code == "bullet-unread");
  }
}

TEST_CASE("bullets elsewhere are prose") {
  for (const char* text : {"- a \u2022 b", "a \u2022 b", "Text.\n\n    \u2022 a\n"}) {
    CAPTURE(text);
    CHECK(findings_of_minutes(text) == "");
  }
}

}  // namespace
}  // namespace opsg::test
