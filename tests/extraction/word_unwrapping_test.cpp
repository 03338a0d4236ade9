#include <fmt/format.h>

#include "catch2.h"
#include "extraction_probe.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

TEST_CASE("Text within a wrapper that pandoc passes over is read, in its place") {
  for (const char* wrapper : {"fldSimple", "customXml", "smartTag", "dir", "bdo"}) {
    INFO(wrapper);
    const std::string label = fmt::format("<w:{0}>{1}</w:{0}>", wrapper, run("(AMBER) "));
    CHECK(text_of_word("<w:p>" + label + run("The losses.") + "</w:p>") == "(AMBER) The losses.\n");
    CHECK(text_of_word("<w:p>" + run("It owes ") + label + run("pounds.") + "</w:p>") ==
          "It owes (AMBER) pounds.\n");
  }
}

TEST_CASE("Wrappers are read within each other, and around paragraphs, rows and cells") {
  CHECK(text_of_word("<w:p><w:smartTag><w:fldSimple><w:bdo>" + run("(AMBER)") +
                     "</w:bdo></w:fldSimple></w:smartTag></w:p>") == "(AMBER)\n");
  const std::string tagged_row =
      "<w:customXml>" + row({"<w:customXml>" + cell(paragraph("one")) + "</w:customXml>"}) +
      "</w:customXml>";
  CHECK(text_of_word("<w:customXml><w:customXmlPr/>" + paragraph("Block") + "</w:customXml>" +
                     table(1, {tagged_row, row({cell(paragraph("two"))})})) ==
        "Block\n\none\ntwo\n");
}

TEST_CASE("Of text with a reading beside it the text is read") {
  const std::string ruby = "<w:ruby><w:rubyPr/><w:rt>" + run("reading") + "</w:rt><w:rubyBase>" +
                           run("base") + run("ment") + "</w:rubyBase></w:ruby>";
  const Extracted extracted =
      extract(word_file("<w:p><w:r><w:t>before </w:t>" + ruby +
                        R"(<w:t xml:space="preserve"> behind</w:t></w:r></w:p>)"),
              "a.docx");
  CHECK(extracted.text == "before basement behind\n");
  CHECK(extracted.findings.find("was not read: \"reading\"") != std::string::npos);
}

TEST_CASE("What is inserted within an insertion is read") {
  const Extracted extracted =
      extract(word_file(R"(<w:p><w:ins w:id="1" w:author="A"><w:ins w:id="2" w:author="B">)" +
                        run("(AMBER) ") + "</w:ins></w:ins>" + run("The losses.") + "</w:p>"),
              "a.docx");
  CHECK(extracted.text == "(AMBER) The losses.\n");
  CHECK(extracted.findings ==
        "a.docx:1:1: warning[import-tracked-change]: read with what a tracked change inserts: "
        "\"(AMBER)\"\n\n");
}

}  // namespace
}  // namespace opsg::extraction::testing
