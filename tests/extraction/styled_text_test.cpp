#include "styled_text.h"

#include "catch2.h"

namespace opsg::extraction::testing {
namespace {

StyledRun plain(std::string text) {
  return {std::move(text), false, false, {}};
}

StyledRun bold(std::string text) {
  return {std::move(text), true, false, {}};
}

StyledRun italic(std::string text) {
  return {std::move(text), false, true, {}};
}

StyledRun linked(std::string text, std::string to) {
  return {std::move(text), false, false, std::move(to)};
}

TEST_CASE("Marks stand beside words, never beside spaces") {
  CHECK(to_markdown({plain("The OPSG"), bold(" NOTED "), plain("the report.")}) ==
        "The OPSG **NOTED** the report.");
  CHECK(to_markdown({plain("a "), italic("b"), plain(" "), {"c", true, true, {}}}) ==
        "a *b* ***c***");
  CHECK(to_markdown({plain("a"), bold(" "), plain("b")}) == "a b");
}

TEST_CASE("Words of one style are marked together, however Word has cut them up") {
  CHECK(to_markdown({bold("NO"), bold("TED"), plain(" "), bold("it"), plain(".")}) ==
        "**NOTED it**.");
}

TEST_CASE("Bold that covers a whole line says nothing of its words") {
  CHECK(to_markdown({bold("1. Actions"), plain(" "), bold("Outstanding")}) ==
        "1. Actions Outstanding");
}

TEST_CASE("Links are Markdown's, with addresses that end where they should") {
  CHECK(to_markdown({linked("MP", "https://a.example/"), linked("116", "https://a.example/")}) ==
        "[MP116](https://a.example/)");
  CHECK(to_markdown({linked("x", "https://a.example/b (c)")}) ==
        "[x](https://a.example/b%20%28c%29)");
}

TEST_CASE("Nothing comes of nothing") {
  CHECK(to_markdown({}) == "");
  CHECK(to_markdown({bold(""), plain("")}) == "");
}

}  // namespace
}  // namespace opsg::extraction::testing
