#include "agenda_numbers.h"

#include "catch2.h"
#include "import_fixture.h"

namespace opsg::importing {
namespace {

/// The numbers of the lines that are items.
std::string items_of(const std::vector<std::string>& lines) {
  AgendaNumbers numbers;
  std::string found;
  for (const std::string& text : lines) {
    TextLine line;
    line.text = text;
    if (const auto item = numbers.read(line)) {
      found += item->number + " ";
      numbers.accept(*item);
    } else {
      numbers.note_list(line);
    }
  }
  return found;
}

}  // namespace

TEST_CASE("Items follow each other, with gaps and below each other") {
  CHECK(items_of({"2. One", "3. Two", "3.1 Three", "3.2. Four", "3.2.1 Five", "5. Six",
                  "**6. Bold**"}) == "2 3 3.1 3.2 3.2.1 5 6 ");
}

TEST_CASE("Sentences that begin with a figure are no items") {
  CHECK(items_of({"1. One", "10 Incidents were opened", "4.10 Incidents.", "2021 was good",
                  "25 January 2021", "2. incidents in lower case", "2. A sentence that ends."}) ==
        "1 ");
}

TEST_CASE("A numbered list inside an item is no item") {
  CHECK(items_of({"2. Item", "1. First point", "2. Second point", "3. Third point"}) == "2 ");
}

TEST_CASE("A title and its text may share a line") {
  AgendaNumbers numbers;
  TextLine line;
  line.text = "3.1 RDP Report (SECAS): The OPSG noted the report.";
  CHECK_FALSE(numbers.read(line));  // There is no item 3 yet.
  line.text = "3. RDP Report (SECAS): The OPSG noted the report.";
  const auto item = numbers.read(line);
  REQUIRE(item);
  CHECK(item->title == "RDP Report (SECAS)");
  CHECK(item->text == "The OPSG noted the report.");
  line.text = "3. Variance (CSR) Report (SECAS): The OPSG noted the report. The";
  CHECK(numbers.read(line)->text == "The OPSG noted the report. The");
  line.text = "3. MP109: ADT and Exit Quarantine";
  CHECK(numbers.read(line)->title == "MP109: ADT and Exit Quarantine");
  line.text = "3. AOB:";
  CHECK(numbers.read(line)->title == "AOB");
}

}  // namespace opsg::importing
