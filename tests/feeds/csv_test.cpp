#include "csv.h"

#include "catch2.h"
#include "hostile_text.h"

namespace opsg::released {
namespace {

std::string cell(std::string_view text) {
  CsvWriter csv;
  csv.text(text);
  return csv.take();
}

TEST_CASE("a table as RFC 4180 has it") {
  CsvWriter csv;
  csv.header({"id", "title"});
  csv.text("OPSG 41/01");
  csv.text("To report, \"at once\"");
  csv.end_row();
  csv.value("");
  csv.text("two\nlines");
  csv.end_row();
  CHECK(csv.take() ==
        "id,title\r\nOPSG 41/01,\"To report, \"\"at once\"\"\"\r\n,\"two\nlines\"\r\n");
}

TEST_CASE("text that spreadsheets would run is marked as text") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+44 20 7946 0000") == "'+44 20 7946 0000");
  CHECK(cell("-5") == "'-5");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("\t=1") == "'\t=1");
  CHECK(cell("\r=1") == "\"'\r=1\"");
  CHECK(cell("\n=1") == "\"'\n=1\"");
  CHECK(cell("  =1") == "'  =1");
  CHECK(cell("＝1") == "'＝1");
  CHECK(cell("1=1") == "1=1");
  CHECK(cell("it's") == "it's");
}

TEST_CASE("what the program writes by itself stays a number") {
  CsvWriter csv;
  csv.value("-5");
  csv.value("96.12");
  CHECK(csv.take() == "-5,96.12");
}

TEST_CASE("spaces at the ends are kept by quotes") {
  CHECK(cell(" a ") == "\" a \"");
  CHECK(cell("") == "");
}

TEST_CASE("hostile text fills one cell") {
  CHECK(cell(test::kHostileText) ==
        "\"'=cmd() ]]> <b>&amp;</b> --> \"\"it's\"\", a;b\\n\nnext\r\ttab שלום 🎉 "
        "\uFFFD\uFFFD \uFFFD\"");
}

}  // namespace
}  // namespace opsg::released
