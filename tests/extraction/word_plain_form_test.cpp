#include <fmt/format.h>

#include "catch2.h"
#include "extraction_probe.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

std::string read_table(std::string_view grid, const std::string& rows) {
  return text_of_word(fmt::format("<w:tbl>{}{}</w:tbl>", grid, rows));
}

TEST_CASE("Tables are read however their columns are declared") {
  const std::string cells = row({cell(paragraph("a")), cell(paragraph("b"))});
  for (const char* grid :
       {"", "<w:tblPr/>", "<w:tblGrid/>", "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>",
        R"(<w:tblGrid><w:gridCol w:w="1.5"/></w:tblGrid>)"}) {
    INFO(grid);
    CHECK(read_table(grid, cells) == "\na\tb\n");
  }
}

TEST_CASE("Merged cells that hold text are read") {
  const std::string rows = row({cell(paragraph("one")), cell(paragraph("two"))}) +
                           row({cell(paragraph("three"), "<w:vMerge/>"), cell(paragraph("four"))});
  CHECK(read_table("", rows) == "\none\ttwo\nthree\tfour\n");
}

TEST_CASE("Text is read that is in one run with what pandoc reads alone") {
  const auto with = [](std::string_view other) {
    return text_of_word(fmt::format("<w:p><w:r><w:t>one</w:t>{}<w:t>two</w:t></w:r></w:p>", other));
  };
  CHECK(with("<w:drawing/>") == "onetwo\n");
  CHECK(with("<w:pict/>") == "onetwo\n");
  CHECK(with(R"(<w:fldChar w:fldCharType="begin"/>)") == "onetwo\n");
  CHECK(with(R"(<w:footnoteReference w:id="7"/>)") == "one [Footnote:]two\n");
}

TEST_CASE("Of alternatives the one for newer readers is read, or else the other") {
  const auto both = [](std::string_view newer, std::string_view older) {
    return fmt::format(
        R"(<mc:AlternateContent xmlns:mc="m"><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>)",
        newer, older);
  };
  CHECK(text_of_word(both(paragraph("new"), paragraph("old"))) == "new\n");
  CHECK(text_of_word("<w:p>" + both(run("new"), run("old")) + "</w:p>") == "new\n");
  CHECK(text_of_word("<w:p><w:r>" + both("", "<w:t>old</w:t>") + "</w:r></w:p>") == "old\n");
}

TEST_CASE("Links that lead nowhere and insertions of paragraphs are read") {
  CHECK(text_of_word("<w:p><w:hyperlink>" + run("words") + "</w:hyperlink></w:p>") == "words\n");
  CHECK(text_of_word("<w:ins>" + paragraph("words") + "</w:ins>") == "words\n");
  const std::string insertion =
      "<w:p><w:moveTo><w:hyperlink>" + run("words") + "</w:hyperlink></w:moveTo></w:p>";
  CHECK(extract(word_file(insertion), "a.docx").text == "words\n");
}

TEST_CASE("Changes without an author are told as well") {
  const std::string body = "<w:p><w:ins>" + run("one") +
                           "</w:ins><w:del><w:r><w:delText>two</w:delText></w:r></w:del>" +
                           "</w:p>";
  const Extracted extracted = extract(word_file(body), "a.docx");
  CHECK(extracted.text == "one\n");
  CHECK(extracted.findings ==
        "a.docx:1:1: warning[import-tracked-change]: read with what a tracked change inserts: "
        "\"one\"\n\n"
        "a.docx:1:1: warning[import-tracked-change]: read without what a tracked change deletes: "
        "\"two\"\n\n");
}

}  // namespace
}  // namespace opsg::extraction::testing
