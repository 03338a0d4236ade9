#include "attendee_text.h"

#include "catch2.h"
#include "import_fixture.h"

namespace opsg::importing {
namespace {

/// "organisation | person", or "-".
std::string flat(std::string_view text) {
  static const test::ImportSite site;
  const auto attendee = read_flat_attendee(text, site.records.vocabulary);
  return attendee ? attendee->organisation + " | " + attendee->person : "-";
}

}  // namespace

TEST_CASE("A flattened row is parted into organisation and person") {
  CHECK(flat("DCC Person Two") == "DCC | Person Two");
  CHECK(flat("CSP N Anna van den Berg") == "CSP N | Anna van den Berg");
  CHECK(flat("Other SEC Parties Person O'Two-Three") == "Other SEC Parties | Person O'Two-Three");
  CHECK(flat("TABASC Chair Person Two (Part)") == "TABASC Chair | Person Two (Part)");
  CHECK(flat("Large Suppliers") == "Large Suppliers | ");
  CHECK(flat("Person Two (agenda item 2)") == " | Person Two (agenda item 2)");
}

TEST_CASE("Prose is no attendee") {
  CHECK(flat("The DCC noted the report.") == "-");
  CHECK(flat("Managed by") == "-");
  CHECK(flat("26/10/2020 23/11/2020 N/A DCC") == "-");
  CHECK(flat("") == "-");
}

TEST_CASE("Remarks in brackets say what part a person had") {
  const Attendee all =
      read_person("Person One (Part) (*agenda items 2, 3.1 and 5 - 7*) (Meeting Secretary)");
  CHECK(all.name == "Person One");
  CHECK(all.part);
  CHECK(all.items == std::vector<std::string>{"2", "3.1", "5", "6", "7"});
  CHECK(all.role == "Meeting Secretary");
  CHECK(read_person("Person Two (<i>)").name == "Person Two");
  CHECK(read_person("Person Two (Alternate for Person Three)").alternate_for == "Person Three");
  CHECK(read_person("Person Two (part attendance; item 4)").items == std::vector<std::string>{"4"});
}

TEST_CASE("A table of attendance may have its columns in another order, and more of them") {
  const auto imported = test::import_text(
      "Final Minutes of OPSG Meeting 41 on 25 January 2021\n\nPresent\n\nName\tOrganisation\tRole\n"
      "Person One\tSEC Panel\tChair\nPerson Two (item 3)\tDCC\t\n\n1. Item\n\nA sentence.\n");
  REQUIRE(imported.meeting.attendance.size() == 2);
  CHECK(imported.meeting.attendance[0].organisation == "SEC Panel");
  CHECK(imported.meeting.attendance[0].role == "Chair");
  CHECK(imported.meeting.attendance[1].name == "Person Two");
  CHECK(imported.account.reconciles());
}

TEST_CASE("A stray attendee among apologies alone keeps its place") {
  const auto imported = test::import_text(
      "Final Minutes of OPSG Meeting 41 on 25 January 2021\n\nApologies:\nSmall Suppliers Person "
      "One\n"
      "1. Actions\nAction ID Action\nDate Raised Target Owner\nPage 2 of 3\nDCC Person Two\n");
  CHECK(imported.meeting.attendance.size() == 2);
  CHECK(imported.account.reconciles());
}

}  // namespace opsg::importing
