#include "planned_meetings.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "catch2.h"
#include "cleared_site.h"
#include "diagnostic_printer.h"

namespace opsg::released {
namespace {

using opsg::test::ClearedSite;
using Lines = std::vector<std::string>;

ClearedSite& january(ClearedSite& site, const std::string& next) {
  return site.meeting(
      "2021-01-25-opsg-41",
      "code = \"41\"\nkind = \"Reporting\"\ndate = 2021-01-25\nnext = [" + next + "]\n");
}

ClearedSite& early_february(ClearedSite& site, const std::string& next) {
  return site.meeting("2021-02-02-opsg-42",
                      "code = \"42\"\nkind = \"Main\"\ndate = 2021-02-02\n"
                      "next = [" +
                          next + "]\n");
}

/// "2021-02-22 Reporting, first 2021-02-20 Main, revised 1, cancelled, record 43, by 42"
Lines plan(ClearedSite& sources) {
  const Site site = sources.join();
  Lines lines;
  for (const PlannedMeeting& each : planned_meetings(site)) {
    std::string line = iso_date(each.date) + ' ' + each.kind;
    if (each.first_date != each.date || each.first_kind != each.kind) {
      line += fmt::format(", first {} {}", iso_date(each.first_date), each.first_kind);
    }
    if (each.revisions > 0) line += fmt::format(", revised {}", each.revisions);
    if (each.cancelled) line += ", cancelled";
    if (each.meeting != nullptr) line += ", record " + each.meeting->code;
    if (!each.remark.empty()) line += ", " + each.remark;
    lines.push_back(line + ", by " + each.told_by->code);
  }
  return lines;
}

TEST_CASE("meetings held and coming, by date") {
  ClearedSite site;
  january(site,
          "{ kind = \"Reporting\", date = 2021-02-22 }, "
          "{ kind = \"Main\", date = 2021-02-02, remark = \"Budget\" }");
  CHECK(plan(site) == Lines{"2021-01-25 Reporting, record 41, by 41",
                            "2021-02-02 Main, Budget, by 41", "2021-02-22 Reporting, by 41"});
}

TEST_CASE("a coming meeting is the same one when it gets a record") {
  ClearedSite site;
  january(site, "{ kind = \"main\", date = 2021-02-02, remark = \"Budget\" }");
  early_february(site, "");
  CHECK(plan(site) == Lines{"2021-01-25 Reporting, record 41, by 41",
                            "2021-02-02 Main, first 2021-02-02 main, record 42, Budget, by 42"});
}

TEST_CASE("a record with a time revises an announcement of a day") {
  ClearedSite site;
  january(site, "{ kind = \"Main\", date = 2021-02-02 }");
  site.meeting("b", "code = \"42\"\nkind = \"Main\"\ndate = 2021-02-02\nstart = 10:00:00\n");
  CHECK(plan(site)[1] == "2021-02-02 Main, revised 1, record 42, by 42");
}

TEST_CASE("a record may correct the kind, where only one meeting can be meant") {
  ClearedSite site;
  january(site, "{ kind = \"Main\", date = 2021-02-02 }");
  site.meeting("b", "code = \"42\"\nkind = \"Extraordinary\"\ndate = 2021-02-02\n");
  CHECK(plan(site)[1] == "2021-02-02 Extraordinary, first 2021-02-02 Main, record 42, by 42");
  site.meeting("c", "code = \"43\"\nkind = \"Reporting\"\ndate = 2021-02-02\n");
  CHECK(plan(site) == Lines{"2021-01-25 Reporting, record 41, by 41",
                            "2021-02-02 Extraordinary, record 42, by 42", "2021-02-02 Main, by 41",
                            "2021-02-02 Reporting, record 43, by 43"});
}

TEST_CASE("two kinds on one day are two meetings") {
  ClearedSite site;
  january(site,
          "{ kind = \"Main\", date = 2021-02-02 }, { kind = \"Reporting\", date = 2021-02-02 }");
  early_february(site, "");
  CHECK(plan(site) == Lines{"2021-01-25 Reporting, record 41, by 41",
                            "2021-02-02 Main, record 42, by 42", "2021-02-02 Reporting, by 41"});
}

TEST_CASE("a meeting that is moved stays the one that it is, as often as it is moved") {
  ClearedSite site;
  january(site, "{ kind = \"Reporting\", date = 2021-02-22 }");
  early_february(site, "{ kind = \"Reporting\", date = 2021-02-24, moved_from = 2021-02-22 }");
  CHECK(plan(site)[2] == "2021-02-24 Reporting, first 2021-02-22 Reporting, revised 1, by 42");
  site.meeting("c",
               "code = \"43\"\ndate = 2021-02-10\nnext = [{ kind = \"Reporting\", "
               "date = 2021-02-24, moved_from = 2021-02-22 }]\n");
  CHECK(plan(site)[3] == "2021-02-24 Reporting, first 2021-02-22 Reporting, revised 1, by 43");
  site.meeting("d",
               "code = \"44\"\nkind = \"Reporting\"\ndate = 2021-03-01\n"
               "moved_from = 2021-02-24\nstart = 10:00:00\n");
  CHECK(plan(site)[3] ==
        "2021-03-01 Reporting, first 2021-02-22 Reporting, revised 3, record 44, by 44");
}

TEST_CASE("a move counts even where the audience lacks the announcement") {
  ClearedSite site;
  january(site, "{ kind = \"Reporting\", date = 2021-02-24, moved_from = 2021-02-22 }");
  CHECK(plan(site)[1] == "2021-02-24 Reporting, first 2021-02-22 Reporting, revised 1, by 41");
}

TEST_CASE("cancelled, by an announcement or by the record") {
  ClearedSite site;
  january(site,
          "{ kind = \"Main\", date = 2021-02-02 }, { kind = \"Reporting\", date = 2021-02-22 }");
  early_february(site, "{ kind = \"Reporting\", date = 2021-02-22, cancelled = true }");
  CHECK(plan(site)[2] == "2021-02-22 Reporting, revised 1, cancelled, by 42");
  site.meeting("c", "code = \"43\"\nkind = \"Reporting\"\ndate = 2021-02-22\ncancelled = true\n");
  CHECK(plan(site)[2] == "2021-02-22 Reporting, revised 1, cancelled, record 43, by 43");
}

TEST_CASE("what a later list passes over is not planned any more; what it does not reach is") {
  ClearedSite site;
  january(site,
          "{ kind = \"Extraordinary\", date = 2021-02-12 }, "
          "{ kind = \"Reporting\", date = 2021-03-22 }");
  early_february(site, "{ kind = \"Main\", date = 2021-03-02 }");
  CHECK(plan(site) == Lines{"2021-01-25 Reporting, record 41, by 41",
                            "2021-02-02 Main, record 42, by 42", "2021-03-02 Main, by 42",
                            "2021-03-22 Reporting, by 41"});
}

TEST_CASE("a list says nothing of the days before it") {
  ClearedSite site;
  january(site, "{ kind = \"Extraordinary\", date = 2021-01-30 }");
  early_february(site, "{ kind = \"Main\", date = 2021-03-02 }");
  CHECK(plan(site)[1] == "2021-01-30 Extraordinary, by 41");
}

ClearedSite& second(ClearedSite& site, const std::string& facts) {
  return site.meeting("2021-02-24-opsg-42", "code = \"42\"\n" + facts + "\n")
      .document("2021-02-24-opsg-42", "minutes", "One.\n");
}

std::string judged(ClearedSite& sources) {
  Diagnostics found;
  judge_consistency(sources.join(), found);
  return format_diagnostics(found, {});
}

TEST_CASE("a meeting that was announced for another day near it is reported") {
  ClearedSite site;
  january(site, "{ kind = \"Reporting\", date = 2021-02-22 }");
  second(site, "kind = \"Reporting\"\ndate = 2021-02-24");
  CHECK(
      judged(site) ==
      R"(content/meetings/2021-01-25-opsg-41/meeting.toml:4:38: warning[announced-not-held]: a meeting is announced here for 22 February 2021, and none was held on that day
  note: content/meetings/2021-02-24-opsg-42/meeting.toml:1:8: meeting 42 was held on 24 February 2021
  help: if that is the one, write `moved_from = 2021-02-22` in its meeting.toml

)");
}

TEST_CASE("what else is announced and not held is not reported") {
  const std::string announced = "{ kind = \"Reporting\", date = 2021-02-22 }";
  const std::string held = "kind = \"Reporting\"\ndate = 2021-02-24";
  const auto judge = [](const std::string& next, const std::string& facts) {
    ClearedSite site;
    january(site, next);
    second(site, facts);
    return judged(site);
  };
  CHECK(judge(announced, held + "\nmoved_from = 2021-02-22") == "");
  CHECK(judge(announced, held + "\ncancelled = true") == "");
  CHECK(judge(announced, "kind = \"Main\"\ndate = 2021-02-24") == "");
  CHECK(judge(announced, "kind = \"Reporting\"\ndate = 2021-02-22") == "");
  CHECK(judge(announced, "kind = \"Reporting\"\ndate = 2021-02-20") == "");
  CHECK(judge(announced, "kind = \"Reporting\"\ndate = 2021-03-20") == "");
  CHECK(judge(announced + ", { kind = \"Reporting\", date = 2021-02-24 }", held) == "");
  CHECK(judge("{ kind = \"Reporting\", date = 2021-02-22, cancelled = true }", held) == "");
}

}  // namespace
}  // namespace opsg::released
