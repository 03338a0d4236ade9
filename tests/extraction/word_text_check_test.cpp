// No words of a Word file vanish without a warning, whatever element they stand in.

#include <string>

#include "catch2.h"
#include "extraction_probe.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

/// What is lost of a paragraph with this in it, between others.
std::string lost(const std::string& xml, const WordParts& more = {}) {
  const Extracted extracted = extract(
      word_file(paragraph("The OPSG noted the report.") + xml + paragraph("It closed."), more),
      "a.docx");
  CHECK(extracted.done);
  return extracted.findings;
}

std::string lost_text(const std::string& text) {
  return "a.docx:1:1: warning[import-text-lost]: text of the document was not read: \"" + text +
         "\"\n  help: look it up in the document; what belongs to the record, write there "
         "yourself\n\n";
}

TEST_CASE("Text in an element that nobody knows is told, and searched for levels") {
  const Extracted extracted =
      extract(word_file(paragraph("The OPSG noted the report.") + "<w:unknown>" +
                        paragraph("The OPSG noted AMBER news.") + "</w:unknown>"),
              "a.docx");
  CHECK(extracted.findings == lost_text("The OPSG noted AMBER news."));
  CHECK(extracted.asides == std::vector<std::string>{"The OPSG noted AMBER news."});
}

TEST_CASE("What is said above a word is told") {
  CHECK(lost("<w:p><w:r><w:ruby><w:rt>" + run("secretly") + "</w:rt><w:rubyBase>" + run("openly") +
             "</w:rubyBase></w:ruby></w:r></w:p>") == lost_text("secretly"));
}

TEST_CASE("A table in a footnote is told") {
  WordParts parts = {
      {"word/footnotes.xml",
       word_part("w:footnotes", R"(<w:footnote w:id="7">)" + paragraph("See below.") +
                                    table(1, {row({cell(paragraph("AMBER figures"))})}) +
                                    "</w:footnote>")}};
  parts["word/_rels/document.xml.rels"] = word_relations({{"footnotes", "footnotes.xml"}});
  CHECK(lost(R"(<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="7"/></w:r></w:p>)", parts) ==
        lost_text("AMBER figures"));
}

TEST_CASE("The words of a diagram are told") {
  WordParts parts = {{"word/diagrams/data1.xml",
                      R"(<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><a:p><a:r><a:t>Losses of )"
                      R"(</a:t></a:r><a:r><a:t>AMBER</a:t></a:r></a:p></dgm:dataModel>)"}};
  parts["word/_rels/document.xml.rels"] = word_relations({{"diagramData", "diagrams/data1.xml"}});
  CHECK(lost("", parts) == lost_text("Losses of AMBER"));
}

TEST_CASE("Words in pieces, and those that come in other forms, are not lost") {
  for (const std::string& xml :
       {"<w:p>" + run("re") + run("por", "<w:b/>") + run("ted") + run("CAPS and ", "<w:caps/>") +
            run("small", "<w:i/>") + run("er") + "</w:p>",
        std::string("<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t><w:sym/>"
                    "<w:t>ping</w:t><w:tab/><w:t>1st</w:t><w:br/><w:t>* [x] 007</w:t></w:r></w:p>"),
        std::string("<w:p><w:hyperlink w:anchor=\"a\">") + run("see") + "</w:hyperlink>" +
            run("here") + "</w:p>",
        table(2, {row({cell(paragraph("The The")), cell(paragraph("noted noted"))})})}) {
    CAPTURE(xml);
    CHECK(lost(xml) == "");
  }
  CHECK(lost("", with_header(paragraph("The OPSG") + paragraph("The OPSG") + paragraph("p 2")))
            .empty());
}

TEST_CASE("A file whose elements have other names than Word gives them is refused") {
  const WordParts parts = {
      {"word/document.xml",
       R"(<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
       R"(<x:body><x:p><x:r><x:t>(AMBER) text</x:t></x:r></x:p></x:body></x:document>)"}};
  CHECK(extract(word_file("", parts), "a.docx").findings ==
        "a.docx: error[import-damaged]: a part of this Word file is damaged\n"
        "  help: open it in Word, save it anew, and import that\n\n");
}

}  // namespace
}  // namespace opsg::extraction::testing
