#include <fmt/format.h>

#include "catch2.h"
#include "extraction_probe.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

TEST_CASE("A paragraph is a line, with bold, italics and tabs") {
  CHECK(text_of_word("<w:p>" + run("The OPSG ") + run("NOTED", "<w:b/>") + run(" the ") +
                     run("report", "<w:i/>") + run(".") + "</w:p>") ==
        "The OPSG **NOTED** the *report*.\n");
  CHECK(text_of_word("<w:p><w:r><w:t>Chair</w:t><w:tab/><w:t>Member One</w:t><w:br/><w:t>next</w:t>"
                     "</w:r></w:p>") == "Chair\tMember One\nnext\n");
}

TEST_CASE("Curly quotes stay, and what looks like Markdown or XML is text") {
  CHECK(text_of_word(paragraph("“5 * 3” &lt;i&gt; [x] &amp;amp;")) == "“5 * 3” <i> [x] &amp;\n");
}

TEST_CASE("Titles are lines like others") {
  const WordParts parts = {
      {"word/styles.xml",
       word_part(
           "w:styles",
           R"(<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>)")}};
  CHECK(
      extract(word_file(paragraph("Minutes", "Title") + paragraph("Text"), parts), "a.docx").text ==
      "Minutes\nText\n");
}

TEST_CASE("Tables are rows, also where a cell stretches across") {
  CHECK(text_of_word(paragraph("Actions") +
                     table(4, {row({cell(paragraph("ID")), cell(paragraph("Action")),
                                    cell(paragraph("Date")), cell(paragraph("Owner"))}),
                               row({cell(paragraph("COM") + paragraph("1/01")),
                                    cell(paragraph("The DCC to report")),
                                    cell(paragraph("26/10/2020")), cell(paragraph("DCC"))}),
                               row({cell(paragraph("It reported.") + paragraph("Status: Closed"),
                                         R"(<w:gridSpan w:val="4"/>)")})})) ==
        "Actions\n\nID\tAction\tDate\tOwner\nCOM 1/01\tThe DCC to report\t26/10/2020\tDCC\n"
        "It reported.\t\t\t\nStatus: Closed\t\t\t\n");
}

TEST_CASE("In a list of people every paragraph of a cell is a row, and merged cells are empty") {
  CHECK(text_of_word(
            table(2, {row({cell(paragraph("Parties"), R"(<w:vMerge w:val="restart"/>)"),
                           cell(paragraph("Member One") + paragraph("Member Two"))}),
                      row({cell(paragraph(""), "<w:vMerge/>"), cell(paragraph("Member Three"))}),
                      row({cell(paragraph("DCC")), cell(paragraph("Member Four"))})})) ==
        "\nParties\tMember One\n\tMember Two\n\tMember Three\nDCC\tMember Four\n");
}

TEST_CASE("What begins like a marking is one line, and so is the row that it is in") {
  const std::string two_lines = "<w:r><w:t>The supplier</w:t><w:br/><w:t>owes money.</w:t></w:r>";
  CHECK(text_of_word("<w:p>" + run("(AMBER) ", "<w:b/>") + two_lines + "</w:p>") ==
        "**(AMBER)** The supplier owes money.\n");
  for (const char* label : {"(a)", "(12)", "(iv)"}) {
    CHECK(text_of_word("<w:p>" + run(label) + two_lines + "</w:p>") ==
          label + std::string("The supplier\nowes money.\n"));
  }
  const std::string marked = paragraph("(AMBER) one") + paragraph("two");
  CHECK(text_of_word(table(
            2, {row({cell(paragraph("a")), cell(marked)}),
                row({cell(paragraph("(AMBER)")), cell(paragraph("three") + paragraph("four"))}),
                row({cell(marked, R"(<w:gridSpan w:val="2"/>)")})})) ==
        "\na\t(AMBER) one two\n(AMBER)\tthree four\n(AMBER) one two\t\n");
}

TEST_CASE("A marked paragraph whose end is hidden or deleted goes on in the next one") {
  for (const char* end : {"<w:vanish/>", "<w:vanish/><w:specVanish/>", R"(<w:del w:id="1"/>)"}) {
    INFO(end);
    const std::string properties = fmt::format("<w:pPr><w:rPr>{}</w:rPr></w:pPr>", end);
    CHECK(text_of_word("<w:p>" + properties + run("(AMBER) The supplier ") + "</w:p><w:p>" +
                       properties + run("owes ") + "</w:p>" + paragraph("money.") +
                       paragraph("More.")) == "(AMBER) The supplier owes money.\nMore.\n");
    CHECK(text_of_word("<w:p>" + properties + run("Reports.") + "</w:p>" + paragraph("More.")) ==
          "Reports.\nMore.\n");
  }
}

TEST_CASE("Text boxes stand behind the paragraph that holds them, once") {
  const std::string box =
      "<w:txbxContent>" + paragraph("In a box") + paragraph("Still in it") + "</w:txbxContent>";
  CHECK(
      text_of_word(
          paragraph("Before") +
          R"(<w:p><w:r><w:t>Holder</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>)" +
          box + "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
          "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + paragraph("After")) ==
      "Before\nHolder\nIn a box\nStill in it\nAfter\n");
}

TEST_CASE("What is nested as Word never nests it is read all the same") {
  const std::string hidden = "<w:rPr><w:vanish/></w:rPr>";
  CHECK(text_of_word(paragraph("Words") + "<w:p><w:r>" + hidden + "<w:r>" + hidden +
                     "<w:r><w:rPr><w:vanish/></w:rPr></w:r></w:r></w:r></w:p>") == "Words\n");
  const std::string inner = "<w:txbxContent>" + paragraph("Inner") + "</w:txbxContent>";
  CHECK(text_of_word("<w:p><w:r><w:t>Holder</w:t><w:txbxContent>" + paragraph("Outer") +
                     "<w:p><w:r>" + inner + "</w:r></w:p></w:txbxContent></w:r></w:p>") ==
        "Holder\nOuter\nInner\n");
}

TEST_CASE("Links keep their addresses") {
  const WordParts parts = {
      {"word/_rels/document.xml.rels",
       R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://a.example/mp116" TargetMode="External"/></Relationships>)"}};
  const std::string body = "<w:p>" + run("See ") + R"(<w:hyperlink r:id="rId1">)" + run("MP116") +
                           "</w:hyperlink></w:p>";
  CHECK(extract(word_file(body, parts), "a.docx").text == "See [MP116](https://a.example/mp116)\n");
}

TEST_CASE("Page headers and footers come once, before and behind the text") {
  const WordParts parts = {
      {"word/header1.xml", word_part("w:hdr", paragraph("Operations Group"))},
      {"word/footer1.xml", word_part("w:ftr", paragraph("This document is classified as White."))},
      {"word/footer2.xml", word_part("w:ftr", paragraph("This document is classified as White."))},
      {"word/_rels/document.xml.rels",
       word_relations(
           {{"header", "header1.xml"}, {"footer", "footer1.xml"}, {"footer", "footer2.xml"}})}};
  CHECK(extract(word_file(paragraph("Minutes"), parts), "a.docx").text ==
        "Operations Group\nMinutes\nThis document is classified as White.\n");
}

TEST_CASE("Tracked changes are read as accepted, and told with their lines") {
  const std::string body =
      paragraph("First") + "<w:p>" + run("The DCC ") +
      R"(<w:del w:id="1" w:author="Somebody"><w:r><w:delText>will not </w:delText></w:r></w:del>)"
      R"(<w:ins w:id="2" w:author="Somebody">)" +
      run("will ") + "</w:ins>" + run("report.") + "</w:p>";
  const Extracted extracted = extract(word_file(body), "a.docx");
  CHECK(extracted.text == "First\nThe DCC will report.\n");
  CHECK(extracted.findings ==
        "a.docx:2:1: warning[import-tracked-change]: read without what a tracked change deletes: "
        "\"will not\"\n\n"
        "a.docx:2:1: warning[import-tracked-change]: read with what a tracked change inserts: "
        "\"will\"\n\n");
}

TEST_CASE("Comments are left out and told") {
  const WordParts parts = {
      {"word/comments.xml",
       word_part("w:comments", R"(<w:comment w:id="0" w:author="Somebody">)" +
                                   paragraph("Is this to be public?") + "</w:comment>")},
      {"word/_rels/document.xml.rels", word_relations({{"comments", "comments.xml"}})}};
  const std::string body =
      R"(<w:p><w:commentRangeStart w:id="0"/>)" + run("Words") +
      R"(<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>)";
  const Extracted extracted = extract(word_file(body, parts), "a.docx");
  CHECK(extracted.text == "Words\n");
  CHECK(
      extracted.findings ==
      "a.docx:1:1: warning[import-comment]: a comment was left out: \"Is this to be public?\"\n\n");
}

TEST_CASE("Hidden text is left out and told, hidden by itself or by a style") {
  const WordParts parts = {
      {"word/styles.xml",
       word_part(
           "w:styles",
           R"(<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>)"
           R"(<w:style w:type="character" w:styleId="Heir"><w:basedOn w:val="Secret"/></w:style>)")}};
  const std::string body = "<w:p>" + run("Shown ") + run("hidden one", "<w:vanish/>") +
                           run("hidden two", R"(<w:rStyle w:val="Heir"/>)") +
                           run("too", R"(<w:vanish w:val="0"/>)") + "</w:p>";
  const Extracted extracted = extract(word_file(body, parts), "a.docx");
  CHECK(extracted.text == "Shown too\n");
  const std::string help =
      "  help: show hidden text in Word; what belongs to the record, write there yourself\n\n";
  CHECK(extracted.findings ==
        "a.docx:1:1: warning[import-hidden-text]: hidden text was left out: \"hidden two\"\n" +
            help +
            "a.docx:1:1: warning[import-hidden-text]: hidden text was left out: \"hidden one\"\n" +
            help);
}

TEST_CASE("A document's properties are left out and told") {
  const WordParts parts = {
      {"docProps/core.xml",
       R"(<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Some Body</dc:creator><cp:lastModifiedBy>Another</cp:lastModifiedBy></cp:coreProperties>)"},
      {"docProps/custom.xml",
       R"(<Properties xmlns:vt="v"><property name="Sensitivity"><vt:lpwstr>Amber</vt:lpwstr></property></Properties>)"}};
  const Extracted extracted = extract(word_file(paragraph("Words"), parts), "a.docx");
  CHECK(extracted.text == "Words\n");
  CHECK(extracted.findings ==
        "a.docx:1:1: warning[import-properties]: its properties were left out\n"
        "  note: author: Some Body\n  note: last changed by: Another\n"
        "  note: Sensitivity: Amber\n\n");
}

TEST_CASE("What a document carries beside its lines is in its asides, in full") {
  const std::string words(100, 'x');
  WordParts parts = with_header("<w:p>" + run("hidden " + words, "<w:vanish/>") + "</w:p>");
  parts["word/comments.xml"] =
      word_part("w:comments", R"(<w:comment w:id="0">)" + paragraph("a comment") + "</w:comment>");
  parts["word/_rels/document.xml.rels"] =
      word_relations({{"header", "header1.xml"}, {"comments", "comments.xml"}});
  parts["docProps/custom.xml"] =
      R"(<Properties xmlns:vt="v"><property name="Label"><vt:lpwstr>Amber</vt:lpwstr></property></Properties>)";
  const std::string body =
      R"(<w:p><w:r><w:drawing><wp:docPr xmlns:wp="p" descr="a picture"/></w:drawing></w:r></w:p>)"
      R"(<w:p><w:del w:id="1"><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>)" +
      paragraph("Words");
  CHECK(extract(word_file(body, parts), "a.docx").asides ==
        std::vector<std::string>{"Amber", "a comment", "a picture", "deleted", "hidden " + words});
}

TEST_CASE("An archive that unpacks to more than a record can be is refused") {
  ExtractionLimits limits;
  limits.text = std::size_t{1} << 20;
  const std::string bomb = word_file(paragraph(std::string(std::size_t{64} << 20, 'x')));
  CHECK(bomb.size() < 100'000);
  const Extracted extracted = extract(bomb, "a.docx", limits);
  CHECK_FALSE(extracted.done);
  CHECK(extracted.findings ==
        "a.docx: error[import-too-large]: unpacked, it is larger than any record\n"
        "  help: see whether the file is what it seems to be; save the text alone, and import "
        "that\n\n");
}

TEST_CASE("Half a Word file is refused, wherever it was cut") {
  const std::string whole = word_file(paragraph("Words") + paragraph("More"));
  for (std::size_t tenths = 1; tenths < 10; ++tenths) {
    const Extracted extracted = extract(whole.substr(0, whole.size() * tenths / 10), "a.docx");
    CHECK_FALSE(extracted.done);
    CHECK(extracted.findings ==
          "a.docx: error[import-damaged]: this Word file is damaged and cannot be unpacked\n"
          "  help: open it in Word, save it anew, and import that\n\n");
  }
}

TEST_CASE("Archives that are no Word files, and Word files whose XML is broken, are refused") {
  const auto sheet = pack_word({{"xl/workbook.xml", "<workbook/>"}});
  REQUIRE(sheet);
  CHECK(extract(*sheet, "a.docx").findings ==
        "a.docx: error[import-format]: it is an archive, but not a Word file\n"
        "  help: save it as Word (.docx), PDF or plain text, and import that\n\n");
  const std::string damaged =
      "a.docx: error[import-damaged]: a part of this Word file is damaged\n"
      "  help: open it in Word, save it anew, and import that\n\n";
  CHECK(extract(word_file("<w:p><w:r>"), "a.docx").findings == damaged);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 100'000; ++i) deep += "</w:sdt>";
  CHECK(extract(word_file(deep), "a.docx").findings == damaged);
}

}  // namespace
}  // namespace opsg::extraction::testing
