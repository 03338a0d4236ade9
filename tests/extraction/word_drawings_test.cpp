#include "catch2.h"
#include "extraction_probe.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

constexpr const char* kWatermark =
    R"(<w:p><w:r><w:pict xmlns:v="v"><v:shape><v:textpath string="AMBER"/></v:shape></w:pict></w:r></w:p>)";

TEST_CASE("A watermark comes like a page header, and WordArt like a paragraph") {
  CHECK(extract(word_file(paragraph("Minutes"), with_header(kWatermark)), "a.docx").text ==
        "AMBER\nMinutes\n");
  CHECK(text_of_word(paragraph("Minutes") + kWatermark) == "Minutes\nAMBER\n");
}

TEST_CASE("WordArt that is there a second time for older readers comes once") {
  const std::string both =
      R"(<w:p><w:r><mc:AlternateContent xmlns:mc="m" xmlns:v="v"><mc:Choice><w:txbxContent>)" +
      paragraph("AMBER") +
      R"(</w:txbxContent></mc:Choice><mc:Fallback><v:textpath string="AMBER"/></mc:Fallback>)"
      "</mc:AlternateContent></w:r></w:p>";
  CHECK(text_of_word(both + paragraph("Minutes")) == "AMBER\nMinutes\n");
}

TEST_CASE("Alternative texts of pictures are left out and told") {
  const std::string drawing =
      R"(<w:p><w:r><w:drawing><wp:inline xmlns:wp="p"><wp:docPr id="1" title="Chart" descr="AMBER: the losses"/></wp:inline></w:drawing></w:r></w:p>)";
  const std::string shape =
      R"(<w:p><w:r><w:pict xmlns:v="v"><v:shape alt="a shape"/></w:pict></w:r></w:p>)";
  const Extracted extracted =
      extract(word_file(paragraph("Words") + drawing, with_header(shape)), "a.docx");
  CHECK(extracted.text == "Words\n");
  const std::string start =
      "a.docx:1:1: warning[import-alternative-text]: the alternative text of a picture was left "
      "out: ";
  CHECK(extracted.findings ==
        start + "\"Chart\"\n\n" + start + "\"AMBER: the losses\"\n\n" + start + "\"a shape\"\n\n");
}

TEST_CASE("Files within the file are left out and told") {
  const Extracted extracted = extract(
      word_file(
          paragraph("Words") +
          R"(<w:altChunk r:id="rId7"/><w:p><w:r><w:object xmlns:o="o"><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>)"),
      "a.docx");
  CHECK(extracted.text == "Words\n");
  const std::string start =
      "a.docx:1:1: warning[import-embedded-file]: a file within the file was left out: ";
  const std::string help =
      "\n  help: open it in Word; what belongs to the record, write there yourself\n\n";
  CHECK(extracted.findings ==
        start + "\"a document\"" + help + start + "\"Excel.Sheet.12\"" + help);
}

}  // namespace
}  // namespace opsg::extraction::testing
