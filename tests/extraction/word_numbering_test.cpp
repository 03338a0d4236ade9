#include "word_numbering.h"

#include <fmt/format.h>

#include "catch2.h"
#include "extraction_probe.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

std::string level(int number, std::string_view format, std::string_view text,
                  std::string_view more = {}) {
  return fmt::format(
      R"(<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/>{}<w:lvlText w:val="{}"/></w:lvl>)",
      number, format, more, text);
}

/// Lists 1 and 4 share a style of numbers; 4 begins anew. 2 has bullets, 3 letters.
std::string numbering() {
  return word_part(
      "w:numbering",
      R"(<w:abstractNum w:abstractNumId="0">)" +
          level(0, "decimal", "%1.", R"(<w:pStyle w:val="Heading1"/>)") +
          level(1, "decimal", "%1.%2.", R"(<w:pStyle w:val="Heading2"/>)") +
          R"(</w:abstractNum><w:abstractNum w:abstractNumId="1">)" + level(0, "bullet", "o") +
          R"(</w:abstractNum><w:abstractNum w:abstractNumId="2">)" +
          level(0, "lowerLetter", "(%1)") + level(1, "lowerRoman", "%2)") +
          R"(</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)"
          R"(<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>)"
          R"(<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>)"
          R"(<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>)");
}

std::string styles() {
  return word_part(
      "w:styles",
      R"(<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Heading1"/></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>)");
}

std::string numbered(std::string_view text, int list, int depth) {
  return fmt::format(
      R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>)",
      depth, list, text);
}

std::string text_of_numbered(const std::string& body) {
  const WordParts parts = {
      {"word/numbering.xml", numbering()},
      {"word/styles.xml", styles()},
      {"word/_rels/document.xml.rels",
       word_relations({{"styles", "styles.xml"}, {"numbering", "numbering.xml"}})}};
  const Extracted extracted = extract(word_file(body, parts), "minutes.docx");
  const bool is_struck = body.find("<w:strike/>") != std::string::npos;
  CHECK((extracted.findings == "" || is_struck));
  return extracted.text;
}

TEST_CASE("A paragraph that is struck out keeps its number from the next one") {
  const std::string struck =
      R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>)" +
      run("two", "<w:strike/>") + "</w:p>";
  CHECK(text_of_numbered(numbered("one", 1, 0) + struck + numbered("three", 1, 0)) ==
        "1. one\n3. three\n");
}

TEST_CASE("Headings have the numbers that their styles give them") {
  CHECK(text_of_numbered(paragraph("Actions", "Heading1") + paragraph("Prose") +
                         paragraph("Reports", "Heading1") + paragraph("Incidents", "Heading2") +
                         paragraph("Forecasts", "Heading2") + paragraph("AOB", "Heading1") +
                         paragraph("Schedule", "Heading2")) ==
        "h1: 1. Actions\nProse\nh1: 2. Reports\nh2: 2.1. Incidents\nh2: 2.2. Forecasts\n"
        "h1: 3. AOB\nh2: 3.1. Schedule\n");
}

TEST_CASE("Styles hand their numbers on to those based on them, and rings of styles have none") {
  CHECK(text_of_numbered(paragraph("One", "Item") + paragraph("Two", "Item") +
                         paragraph("None", "Ring")) == "h1: 1. One\nh1: 2. Two\nNone\n");
}

TEST_CASE("Lists are numbered in letters and Roman numbers, or have bullets") {
  CHECK(text_of_numbered(numbered("one", 3, 0) + numbered("deeper", 3, 1) +
                         numbered("deeper", 3, 1) + numbered("two", 3, 0) +
                         numbered("point", 2, 0)) ==
        "(a) one\ni) deeper\nii) deeper\n(b) two\n• point\n");
}

TEST_CASE("A list may begin anew where another one has counted") {
  CHECK(text_of_numbered(numbered("a", 1, 0) + numbered("b", 1, 0) + numbered("c", 4, 0) +
                         numbered("d", 4, 0)) == "1. a\n2. b\n1. c\n2. d\n");
}

TEST_CASE("Paragraphs without words do not count, nor do those of lists that are not there") {
  CHECK(text_of_numbered(numbered("a", 1, 0) + numbered("", 1, 0) + numbered("b", 1, 0) +
                         numbered("c", 77, 0) + numbered("d", 1, 12)) == "1. a\n2. b\nc\nd\n");
}

TEST_CASE("A paragraph can do without the number of its style") {
  CHECK(
      text_of_numbered(
          R"(<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>Plain</w:t></w:r></w:p>)") ==
      "h1: Plain\n");
}

}  // namespace
}  // namespace opsg::extraction::testing
