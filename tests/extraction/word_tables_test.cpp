#include "catch2.h"
#include "extraction_probe.h"
#include "word_file.h"

namespace opsg::extraction::testing {
namespace {

constexpr const char* kFirst = R"(<w:vMerge w:val="restart"/>)";

std::string plain_row(std::string_view first, std::string_view second,
                      std::string_view properties = {}) {
  return row({cell(paragraph(first)), cell(paragraph(second))}, properties);
}

TEST_CASE("A marking across rows is said in each of them") {
  CHECK(text_of_word(table(2, {plain_row("Ref", "Text"),
                               row({cell(paragraph("(AMBER)"), kFirst), cell(paragraph("one"))}),
                               row({cell(paragraph(""), "<w:vMerge/>"), cell(paragraph("two"))}),
                               row({cell(paragraph(""), R"(<w:vMerge w:val="continue"/>)"),
                                    cell(paragraph("three"))}),
                               plain_row("", "four")})) ==
        "\nRef\tText\n(AMBER)\tone\n(AMBER)\ttwo\n(AMBER)\tthree\n\tfour\n");
}

TEST_CASE("Cells behind wide ones are still told by their columns") {
  CHECK(text_of_word(table(4, {row({cell(paragraph("a"), R"(<w:gridSpan w:val="2"/>)"),
                                    cell(paragraph("(AMBER)"), kFirst), cell(paragraph("b"))}),
                               row({cell(paragraph("c")), cell(paragraph("d")),
                                    cell(paragraph(""), "<w:vMerge/>"), cell(paragraph("e"))})})) ==
        "\na\t\t(AMBER)\tb\nc\td\t(AMBER)\te\n");
}

TEST_CASE("A long cell that begins with a marking says its marking alone in the rows below") {
  const std::string text(300, 'x');
  CHECK(text_of_word(
            table(2, {row({cell(paragraph("(AMBER) " + text), kFirst), cell(paragraph("one"))}),
                      row({cell(paragraph(""), "<w:vMerge/>"), cell(paragraph("two"))})})) ==
        "\n(AMBER) " + text + "\tone\n(AMBER)\ttwo\n");
}

TEST_CASE("Merged cells that are nested as Word never nests them are read all the same") {
  const std::string inner = table(
      1, {row({cell(paragraph("(AMBER)"), kFirst)}), row({cell(paragraph(""), "<w:vMerge/>")})});
  CHECK(text_of_word(table(1, {row({cell(paragraph("(AMBER)"), kFirst)}),
                               row({cell(inner, "<w:vMerge/>")})})) == "\n(AMBER)\n(AMBER)\n");
  const std::string deleted = R"(<w:del w:id="1" w:author="x"/>)";
  const Extracted extracted =
      extract(word_file("<w:tbl><w:other>" + plain_row("a", "b", deleted) + "</w:other>" +
                        plain_row("c", "d", deleted) + "</w:tbl>" + plain_row("e", "f", deleted) +
                        paragraph("Words")),
              "a.docx");
  CHECK(extracted.text == "Words\n");
}

TEST_CASE("Rows and cells that a tracked change deletes are left out and told") {
  const Extracted extracted = extract(
      word_file(table(2, {plain_row("a", "b"),
                          plain_row("(AMBER)", "gone", R"(<w:del w:id="1" w:author="x"/>)"),
                          row({cell(paragraph("cell"), R"(<w:cellDel w:id="2" w:author="x"/>)"),
                               cell(paragraph("stays"))})}) +
                table(1, {row({cell(paragraph("all"))}, R"(<w:del w:id="3" w:author="x"/>)")})),
      "a.docx");
  CHECK(extracted.text == "\na\tb\n\tstays\n");
  const std::string start =
      "a.docx:1:1: warning[import-tracked-change]: read without what a tracked change deletes: ";
  CHECK(extracted.findings ==
        start + "\"cell\"\n\n" + start + "\"all\"\n\n" + start + "\"(AMBER) gone\"\n\n");
}

TEST_CASE("Hidden rows are left out and told") {
  const Extracted extracted =
      extract(word_file(table(2, {plain_row("a", "b"), plain_row("c", "d", "<w:hidden/>"),
                                  plain_row("e", "f", R"(<w:hidden w:val="0"/>)")})),
              "a.docx");
  CHECK(extracted.text == "\na\tb\ne\tf\n");
  CHECK(extracted.findings ==
        "a.docx:1:1: warning[import-hidden-text]: hidden text was left out: \"c d\"\n"
        "  help: show hidden text in Word; what belongs to the record, write there yourself\n\n");
}

}  // namespace
}  // namespace opsg::extraction::testing
