#include "markdown_text.h"

#include "catch2.h"

namespace opsg::importing {

TEST_CASE("Text stays text") {
  CHECK(escape_inline("5 * 3 < 4 & AT&amp; `x` _y_ ~~z~~ \\* a_b") ==
        "5 \\* 3 \\< 4 & AT\\&amp; \\`x\\` \\_y\\_ \\~\\~z\\~\\~ \\\\\\* a_b");
  CHECK(escape_inline("[x]: y ![i](j) <script>") == "\\[x\\]: y !\\[i\\](j) \\<script>");
}

TEST_CASE("Emphasis, links and notes stay what they are") {
  CHECK(escape_inline("**NOTED** *'it'* [a*b](https://example.org/x_y)") ==
        "**NOTED** *'it'* [a\\*b](https://example.org/x_y)");
  CHECK(escape_inline("[Post Meeting Note: see [x]") == "\\[Post Meeting Note: see \\[x\\]");
  CHECK(escape_inline("[Post Meeting Note: a_ b]") == "[Post Meeting Note: a\\_ b]");
  CHECK(escape_inline("https://example.org/a_b_*c") == "https://example.org/a_b_\\*c");
}

TEST_CASE("A link that leads nowhere is its text") {
  CHECK(escape_inline("[MP116 'x'](#) y") == "MP116 'x' y");
  CHECK(escape_inline("Servi[ce](#)") == "Servi\\[ce\\](#)");
  CHECK(escape_inline("[x](javascript:a)") == "\\[x\\](javascript:a)");
}

TEST_CASE("Quotes may touch emphasis and links") {
  CHECK(escape_inline("‘[x](https://example.org/)’ ‘**y**’") ==
        "‘[x](https://example.org/)’ ‘**y**’");
}

TEST_CASE("Emphasis inside a word is none") {
  CHECK(escape_inline("Perso**n One**") == "Perso\\*\\*n One\\*\\*");
}

TEST_CASE("A paragraph's lines never begin like anything else") {
  CHECK(write_paragraph("# no heading") == "\\# no heading\n");
  CHECK(write_paragraph("1. no list") == "1\\. no list\n");
  CHECK(write_paragraph("- no list") == "\\- no list\n");
  CHECK(write_paragraph("---") == "\\---\n");
  CHECK(write_paragraph("+++") == "\\+++\n");
}

TEST_CASE("Long paragraphs are wrapped, and no figure begins a line like a list's item") {
  std::string words;
  for (int i = 0; i < 16; ++i) words += "abcde ";
  words.pop_back();
  CHECK(write_paragraph(words + " in 2021. Then") == words + "\nin 2021. Then\n");
}

}  // namespace opsg::importing
