#include "agenda_item.h"

#include <fmt/format.h>

#include <string>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

using namespace released;

/// "3.1 | title | sponsors", or "none".
std::string item(std::string_view heading) {
  static const RecordSite site;
  const auto found = read_item_heading(heading, site.vocabulary);
  if (!found) return "none";
  return fmt::format("{} | {} | {}", found->number, found->title, fmt::join(found->sponsors, ", "));
}

TEST_CASE("an item has a number and a title") {
  CHECK(item("2. DCC Pandemic Update") == "2 | DCC Pandemic Update | ");
  CHECK(item("2 DCC Pandemic Update") == "2 | DCC Pandemic Update | ");
  CHECK(item("3.1 RDP Incidents") == "3.1 | RDP Incidents | ");
  CHECK(item("3.1. RDP Incidents") == "3.1 | RDP Incidents | ");
  CHECK(item("12.10.3 Deep") == "12.10.3 | Deep | ");
  CHECK(item("1 \u2013 Welcome (DCC)") == "1 | Welcome | DCC");
  CHECK(item("1. - Welcome") == "1 | Welcome | ");
  CHECK(item("1 \u2014 Welcome") == "1 | Welcome | ");
  CHECK(item("1 -5 degrees") == "1 | -5 degrees | ");
  CHECK(item("1 - 3 Reports") == "1 | - 3 Reports | ");
  CHECK(item("1 \u2013") == "1 | \u2013 | ");
  CHECK(item("6.\u00a0Major Incident") == "6 | Major Incident | ");
}

TEST_CASE("other headings with digits are no items") {
  for (const std::string_view heading :
       {"2021 plan", "4G Network", "3.", "3", "3. ", "3.1.", "3..1 x", "3.1x y", ".1 x", "1,5 x",
        "26/10/2020 x", "3) x", "0x1 y", "1000.1 x", "1.1000 x", "", "Item 3", "-1 x"}) {
    CAPTURE(heading);
    CHECK(item(heading) == "none");
  }
}

TEST_CASE("known parties in round brackets at the end are the sponsor") {
  CHECK(item("2. Update (DCC)") == "2 | Update | DCC");
  CHECK(item("2. Update (SECAS/DCC)") == "2 | Update | SECAS, DCC");
  CHECK(item("2. Update (SECAS and the DCC)") == "2 | Update | SECAS, DCC");
  CHECK(item("2. Update (CSP North)") == "2 | Update | CSP N");
  CHECK(item("2. Update (CSP Central and South/DCC)") == "2 | Update | CSP C&S, DCC");
  CHECK(item("2. Certificate Signing Request (CSR) Report (SECAS)") ==
        "2 | Certificate Signing Request (CSR) Report | SECAS");
}

TEST_CASE("other brackets are a part of the title") {
  CHECK(item("2. Signing Request (CSR)") == "2 | Signing Request (CSR) | ");
  CHECK(item("2. Update (DCC/Nobody)") == "2 | Update (DCC/Nobody) | ");
  CHECK(item("2. Update (DCC) again") == "2 | Update (DCC) again | ");
  CHECK(item("2. Update ()") == "2 | Update () | ");
  CHECK(item("2. (DCC)") == "2 | (DCC) | ");
  CHECK(item("2. Update DCC)") == "2 | Update DCC) | ");
}

TEST_CASE("a colon at the end is dropped") {
  CHECK(item("8. AOB:") == "8 | AOB | ");
  CHECK(item("8. AOB (SECAS):") == "8 | AOB | SECAS");
  CHECK(item("8. AOB: (SECAS)") == "8 | AOB | SECAS");
  CHECK(item("8. :") == "none");
}

TEST_CASE("items are the numbered headings of the document itself") {
  const auto read = read_minutes(
      "# Minutes\n\n## 2. **Update** (DCC)\n\n### Background\n\n> ## 4. Quoted\n\n- ## 5. Listed\n"
      "\n### 3.1 Report\n\n2. a list\n\n    ## 6. Code\n");
  CHECK(summary(read.record) == "item 2: Update | DCC\nitem 3.1: Report\n");
  CHECK(findings(read) == "");
  CHECK(read.record.items.at(0).anchor == "item-2");
  CHECK(read.record.items.at(1).anchor == "item-3-1");
  CHECK(read.record.items.at(1).span == SourceSpan{SourcePath("minutes.md"), 11, 5, 3});
}

TEST_CASE("two items of one number are an error") {
  const auto read = read_minutes("## 3.1 One\n\n## 3.1. Two\n");
  CHECK(findings(read) ==
        "minutes.md:3:4: error[item-twice]: two agenda items have the number 3.1\n"
        "    3 | ## 3.1. Two\n"
        "      |    ^~~\n"
        "  note: minutes.md:1:4: the other one is here\n"
        "    1 | ## 3.1 One\n"
        "      |    ^~~\n"
        "  help: give every item a number of its own\n");
  CHECK(read.record.items.at(0).anchor == "item-3-1");
  CHECK(read.record.items.at(1).anchor == "item-3-1-2");
}

}  // namespace
}  // namespace opsg::test
