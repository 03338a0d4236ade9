#include "import_bundle.h"

#include "catch2.h"
#include "diagnostic_printer.h"
#include "toml_reader.h"

namespace opsg::app {
namespace {

using importing::MeetingRecord;

MeetingRecord meeting() {
  MeetingRecord record;
  record.code = "41_2501";
  record.date = Date{std::chrono::year(2021) / 1 / 25};
  return record;
}

ReadDocument document(const std::string& name, const std::string& file_name, MeetingRecord record) {
  ReadDocument document;
  document.name = SourcePath(name);
  document.imported.file_name = file_name;
  document.imported.markdown = "text of " + name;
  document.imported.meeting = std::move(record);
  return document;
}

std::string findings(Diagnostics& diagnostics) {
  diagnostics.sort();
  return format_diagnostics(diagnostics, {});
}

TEST_CASE("Documents of one meeting come into one folder, with the facts of each") {
  MeetingRecord of_headlines = meeting(), of_minutes = meeting();
  of_headlines.start = TimeOfDay{13, 20, 0};
  of_headlines.also = {"OPSG_41"};
  of_minutes.place = "Teleconference";
  Diagnostics diagnostics;
  const auto bundles = make_bundles({document("h.docx", "headlines.md", of_headlines),
                                     document("m.docx", "minutes.md", of_minutes)},
                                    "OPSG", {}, diagnostics);
  CHECK(findings(diagnostics) == "");
  REQUIRE(bundles.size() == 1);
  const ImportBundle& bundle = bundles.front();
  CHECK(bundle.slug == "2021-01-25-opsg-41");
  CHECK(bundle.meeting.place == "Teleconference");
  CHECK(bundle.meeting.start == TimeOfDay{13, 20, 0});
  CHECK(bundle.meeting.also == std::vector<std::string>{"OPSG_41"});
  REQUIRE(bundle.files.size() == 3);
  CHECK(bundle.files[0].name == "meeting.toml");
  CHECK(bundle.files[1].text == "text of m.docx");
  CHECK(bundle.files[2].text == "text of h.docx");
}

TEST_CASE("A meeting that has a folder keeps it, also where a document lacks the date") {
  Diagnostics diagnostics;
  const auto facts = read_toml("code = \"41_2501\"\n", SourcePath("meeting.toml"), 1, diagnostics);
  restricted::MeetingCodes folders;
  folders.add({{}, "2021-01-18-winter", {}, {}, facts.value()}, diagnostics);
  MeetingRecord undated = meeting();
  undated.date.reset();
  const auto bundles = make_bundles(
      {document("h.docx", "headlines.md", undated), document("m.docx", "minutes.md", meeting())},
      "OPSG", folders, diagnostics);
  CHECK(findings(diagnostics) == "");
  REQUIRE(bundles.size() == 1);
  CHECK(bundles.front().slug == "2021-01-18-winter");
  CHECK(bundles.front().documents.size() == 2);
}

TEST_CASE("Facts that differ are listed, and the minutes' are taken") {
  MeetingRecord of_headlines = meeting(), of_minutes = meeting();
  of_headlines.place = "Room 1";
  of_minutes.place = "Room 2";
  Diagnostics diagnostics;
  const auto bundles = make_bundles({document("h.docx", "headlines.md", of_headlines),
                                     document("m.docx", "minutes.md", of_minutes)},
                                    "OPSG", {}, diagnostics);
  CHECK(
      findings(diagnostics) ==
      R"(h.docx:1:1: warning[import-facts-differ]: its place of the meeting differs from that of m.docx
  note: m.docx: Room 2
  note: h.docx: Room 1
  help: meeting.toml has the first; see which is right

)");
  REQUIRE(bundles.size() == 1);
  CHECK(bundles.front().meeting.place == "Room 2");
}

TEST_CASE("Two documents that would be one record are both refused") {
  Diagnostics diagnostics;
  const auto bundles = make_bundles({document("draft.docx", "minutes.md", meeting()),
                                     document("final.docx", "minutes.md", meeting()),
                                     document("h.docx", "headlines.md", meeting())},
                                    "OPSG", {}, diagnostics);
  CHECK(
      findings(diagnostics) ==
      R"(draft.docx: error[import-twice]: several of these files would be the minutes.md of one meeting
  note: final.docx is another
  help: import the one that is to stay

final.docx: error[import-twice]: several of these files would be the minutes.md of one meeting
  note: draft.docx is another
  help: import the one that is to stay

)");
  REQUIRE(bundles.size() == 1);
  CHECK(bundles.front().files.size() == 2);
}

TEST_CASE("A document of no meeting is refused, and why is said") {
  const auto refused = [](const MeetingRecord& record) {
    Diagnostics diagnostics;
    CHECK(make_bundles({document("a.txt", "minutes.md", record)}, "OPSG", {}, diagnostics).empty());
    return findings(diagnostics);
  };
  const std::string line = "begin its text with a line such as `OPSG Meeting 41, 25 January 2021`";
  const std::string other_name =
      ", or, where it calls the committee otherwise, name that in parties.toml as an `also` of the "
      "committee";
  MeetingRecord record = meeting();
  record.date.reset();
  CHECK(refused(record) ==
        "a.txt: error[import-no-meeting]: it does not say when the meeting was\n  help: " + line +
            "\n\n");
  record.impossible_date = "30 February 2021";
  CHECK(refused(record) ==
        "a.txt: error[import-no-meeting]: it does not say when the meeting was: `30 February 2021` "
        "is no day of the calendar\n  help: correct the date in the document\n\n");
  record = meeting();
  record.code.clear();
  CHECK(refused(record) ==
        "a.txt: error[import-no-meeting]: it does not say which meeting it is of: no number stands "
        "behind `OPSG` or `Meeting`\n  help: " +
            line + other_name + "\n\n");
  record.date.reset();
  CHECK(refused(record) ==
        "a.txt: error[import-no-meeting]: it says neither which meeting it is of nor when that "
        "was\n  help: " +
            line + other_name + "\n\n");
}

TEST_CASE("A document that is called neither headlines nor minutes is refused") {
  Diagnostics diagnostics;
  CHECK(make_bundles({document("paper.docx", "", meeting())}, "OPSG", {}, diagnostics).empty());
  CHECK(findings(diagnostics) ==
        "paper.docx: error[import-no-kind]: it does not say whether it is headlines or minutes\n"
        "  help: if it is one of these, begin its text with a line such as `Headlines of OPSG "
        "Meeting 41, 25 January 2021`, or call its file so; a paper is no record: lay it into the "
        "meeting's folder as an attachment\n\n");
}

}  // namespace
}  // namespace opsg::app
