#include "raw_html.h"

#include <string>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

TEST_CASE("a block of HTML is an error") {
  CHECK(findings_of_minutes("Text.\n\n<div>\nx\n</div>\n") ==
        "minutes.md:3:1: error[raw-html]: HTML is not allowed in a record\n"
        "    3 | <div>\n"
        "      | ^~~~~\n"
        "  help: write Markdown, or a backslash before the `<` that is meant as one\n");
}

TEST_CASE("HTML in a line is an error at its place") {
  CHECK(findings_of_minutes("One\nline with <b>bold</b>.\n") ==
        "minutes.md:2:11: error[raw-html]: HTML is not allowed in a record\n"
        "    2 | line with <b>bold</b>.\n"
        "      |           ^~~\n"
        "  help: write Markdown, or a backslash before the `<` that is meant as one\n"
        "minutes.md:2:18: error[raw-html]: HTML is not allowed in a record\n"
        "    2 | line with <b>bold</b>.\n"
        "      |                  ^~~~\n"
        "  help: write Markdown, or a backslash before the `<` that is meant as one\n");
}

TEST_CASE("HTML is found wherever it hides") {
  for (const std::string_view text :
       {"| a |\n|---|\n| <i> |\n", "- x <br>\n", "> <p>\n", "## 1. A <sup>2</sup>\n",
        "[a <b>](c)\n", "**<u>**\n", "<?php ?>\n", "<!DOCTYPE html>\n", "<![CDATA[x]]>\n",
        "<script>\nx\n</script>\n", "<!-- c --> <b>\n", "a <!-- c --><b> d\n"}) {
    CAPTURE(text);
    CHECK(findings_of_minutes(text).find("error[raw-html]") != std::string::npos);
  }
}

TEST_CASE("comments, code and escapes are no HTML") {
  for (const std::string_view text :
       {"<!-- a comment -->\n", "a <!-- comment --> in a line\n", "<!-- of\n\nmany\nlines -->\n",
        "<!-- one --><!-- two -->\n", "`<b>`\n", "```\n<div>\n```\n", "\\<b>\n", "a < b > c\n",
        "<https://a.example/>\n", "- <!-- a -->\n"}) {
    CAPTURE(text);
    CHECK(findings_of_minutes(text) == "");
  }
}

TEST_CASE("a comment that is never closed would swallow the rest") {
  CHECK(findings_of_minutes("a\n\n<!-- b\n\nc\n") ==
        "minutes.md:3:1: error[comment-unclosed]: this comment is never closed\n"
        "    3 | <!-- b\n"
        "      | ^~~~~~\n"
        "  help: end it with `-->`: all that follows it would be lost\n");
}

TEST_CASE("text behind a comment's end is HTML to the parser, and would be lost") {
  CHECK(findings_of_minutes("<!-- a --> text\n").find("error[raw-html]") != std::string::npos);
}

}  // namespace
}  // namespace opsg::test
