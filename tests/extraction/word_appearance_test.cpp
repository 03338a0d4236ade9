#include <fmt/format.h>

#include "catch2.h"
#include "extraction_probe.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

WordParts with_styles(std::string_view styles) {
  return {{"word/styles.xml", word_part("w:styles", styles)}};
}

std::string hidden(std::string_view text) {
  return fmt::format(
      "a.docx:1:1: warning[import-hidden-text]: hidden text was left out: \"{}\"\n"
      "  help: show hidden text in Word; what belongs to the record, write there yourself\n\n",
      text);
}

std::string unseen(std::string_view text) {
  return fmt::format(
      "a.docx:1:1: warning[import-unseen-text]: read, though it cannot be seen in the document: "
      "\"{}\"\n  help: see whether it was blacked out; if so, take it out of the record\n\n",
      text);
}

TEST_CASE("What Word shows in capitals is written in capitals") {
  CHECK(text_of_word("<w:p>" + run("Amber: ", "<w:caps/>") + run("the ") +
                     run("mañana Øž", "<w:smallCaps/>") + run("Off", R"(<w:caps w:val="0"/>)") +
                     "</w:p>") == "AMBER: the MAÑANA ØŽOff\n");
}

TEST_CASE("Capitals come from styles as well, from what they are based on, and from the defaults") {
  const std::string styles =
      R"(<w:style w:type="paragraph" w:styleId="Label"><w:rPr><w:caps/></w:rPr></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Heir"><w:basedOn w:val="Label"/></w:style>)"
      R"(<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>)"
      R"(<w:style w:type="character" w:styleId="Loud"><w:rPr><w:caps/></w:rPr></w:style>)";
  const std::string body = paragraph("Amber one", "Label") + paragraph("Amber two", "Heir") +
                           paragraph("Amber three", "Ring") + "<w:p>" +
                           run("Amber four", R"(<w:rStyle w:val="Loud"/>)") + "</w:p>";
  CHECK(extract(word_file(body, with_styles(styles)), "a.docx").text ==
        "AMBER ONE\nAMBER TWO\nAmber three\nAMBER FOUR\n");
  const std::string defaults =
      R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:caps/></w:rPr></w:style>)";
  CHECK(extract(word_file(paragraph("Amber"), with_styles(defaults)), "a.docx").text == "AMBER\n");
}

TEST_CASE("Page headers are in capitals where they look like it, and hide what they hide") {
  const WordParts parts = with_header(
      "<w:p>" + run("Amber", "<w:caps/>") + run(" hidden", "<w:vanish/>") +
      R"(<w:del w:id="1" w:author="x"><w:r><w:delText>White</w:delText></w:r></w:del></w:p>)");
  const Extracted extracted = extract(word_file(paragraph("Words"), parts), "a.docx");
  CHECK(extracted.text == "AMBER\nWords\n");
  CHECK(extracted.findings ==
        hidden("hidden") +
            "a.docx:1:1: warning[import-tracked-change]: read without what a tracked change "
            "deletes: \"White\"\n\n");
}

TEST_CASE("Footnotes hide what they hide") {
  const WordParts parts = {
      {"word/footnotes.xml",
       word_part("w:footnotes", R"(<w:footnote w:id="2"><w:p>)" + run("Shown") +
                                    run(" hidden", "<w:vanish/>") + "</w:p></w:footnote>")},
      {"word/_rels/document.xml.rels", word_relations({{"footnotes", "footnotes.xml"}})}};
  const Extracted extracted = extract(
      word_file("<w:p>" + run("Words") + R"(<w:r><w:footnoteReference w:id="2"/></w:r></w:p>)",
                parts),
      "a.docx");
  CHECK(extracted.text == "Words [Footnote: Shown]\n");
  CHECK(extracted.findings == hidden("hidden"));
}

TEST_CASE("Text that is hidden on the web alone is read, text that is always hidden is not") {
  const Extracted extracted = extract(word_file("<w:p>" + run("web", "<w:webHidden/>") +
                                                run("never", "<w:specVanish/>") + "</w:p>"),
                                      "a.docx");
  CHECK(extracted.text == "web\n");
  CHECK(extracted.findings == hidden("never"));
}

TEST_CASE("Text that is struck out is left out and told, and its number still counts") {
  const Extracted extracted =
      extract(word_file("<w:p>" + run("Status: ") + run("O", "<w:strike/>") +
                        run("pen", "<w:dstrike/>") + run(" Closed") + run(" (RED)", "<w:strike/>") +
                        run("!", R"(<w:strike w:val="0"/>)") + "</w:p>"),
              "a.docx");
  CHECK(extracted.text == "Status: Closed!\n");
  CHECK(extracted.findings ==
        "a.docx:1:1: warning[import-struck-text]: text that is struck out was left out: \"Open "
        "(RED)\"\n  help: what belongs to the record all the same, such as an action that is "
        "done, write there yourself\n\n");
  CHECK(extracted.asides == std::vector<std::string>{"Open (RED)"});
}

TEST_CASE("Text in the colour of what is behind it is read, and told") {
  for (const char* look :
       {R"(<w:highlight w:val="black"/>)", R"(<w:color w:val="FFFFFF"/>)",
        R"(<w:shd w:val="clear" w:fill="000000"/>)",
        R"(<w:color w:val="000000"/><w:shd w:val="solid" w:color="auto" w:fill="FFFFFF"/>)",
        R"(<w:color w:val="FEFEFE"/><w:highlight w:val="none"/>)"}) {
    INFO(look);
    const Extracted extracted = extract(
        word_file("<w:p>" + run("Seen ") + run("not ", look) + run("seen", look) + "</w:p>"),
        "a.docx");
    CHECK(extracted.text == "Seen not seen\n");
    CHECK(extracted.findings == unseen("not seen"));
  }
}

TEST_CASE("Text in another colour than what is behind it is seen") {
  const std::string white = R"(<w:color w:val="FFFFFF"/>)";
  const std::string dark = R"(<w:shd w:val="clear" w:fill="1F3864"/>)";
  const std::string words = "<w:p>" + run("Words", white) + "</w:p>";
  CHECK(text_of_word("<w:p>" + run("Words", white + R"(<w:highlight w:val="black"/>)") +
                     run(" more", R"(<w:highlight w:val="yellow"/>)") + "</w:p>") ==
        "Words more\n");
  CHECK(text_of_word("<w:p><w:pPr>" + dark + "</w:pPr>" + run("Words", white) + "</w:p>") ==
        "Words\n");
  CHECK(text_of_word(table(1, {row({cell(words, dark)}), row({cell(paragraph("x"))})})) ==
        "\nWords\nx\n");
  const std::string styled =
      R"(<w:tbl><w:tblPr><w:tblStyle w:val="Head"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>)" +
      row({cell(words)}) + row({cell(words)}) + "</w:tbl>";
  const std::string style =
      R"(<w:style w:type="table" w:styleId="Head"><w:tblStylePr w:type="firstRow"><w:tcPr>)" +
      dark + "</w:tcPr></w:tblStylePr></w:style>";
  CHECK(extract(word_file(styled, with_styles(style)), "a.docx").findings == "");
}

}  // namespace
}  // namespace opsg::extraction::testing
