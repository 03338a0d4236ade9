#include <string>

#include "catch2.h"
#include "site_builder.h"

namespace opsg::released {
namespace {

using opsg::test::day;
using opsg::test::SiteBuilder;

/// Meetings 41 and 42 with an action of the first one's minutes.
SiteBuilder one_action() {
  SiteBuilder builder;
  builder.meeting("41", "2021-01-25").document("minutes");
  builder.raise("OPSG 41/01", "The DCC to report").inferred_owner("DCC");
  return builder;
}

SiteBuilder& next_minutes(SiteBuilder& builder) {
  return builder.meeting("42", "2021-02-22").document("minutes");
}

TEST_CASE("a history without contradictions is silent") {
  auto builder = one_action();
  builder.site().meetings[0].next.push_back({"Main", day("2021-02-22"), {}, "", false, {}});
  builder.document("headlines").raise("OPSG 41/01", "The DCC to report.");
  next_minutes(builder).entry("OPSG 41/01").field("raised", "25 January 2021");
  builder.field("target", "1 March 2021").field("owner", "DCC").field("status", "Open");
  builder.record(0).adopted = "OPSG_42";
  builder.meeting("43", "2021-03-22").document("minutes");
  builder.entry("OPSG 41/01").field("target", "1 March 2021").field("revised", "TBC");
  CHECK(builder.judge().empty());
}

TEST_CASE("an id that no record raises is no contradiction") {
  SiteBuilder builder;
  builder.meeting("41", "2021-01-25").document("minutes");
  builder.entry("OPSG 37x/03").field("raised", "26 October 2020");
  CHECK(builder.judge().empty());
}

TEST_CASE("raised at two meetings") {
  auto builder = one_action();
  next_minutes(builder).raise("OPSG 41/01", "The DCC to report");
  CHECK(builder.judge() ==
        R"(content/meetings/42/minutes.md:1:5: error[raised-twice]: OPSG 41/01 is raised twice
  note: content/meetings/41/minutes.md:1:5: first raised here, at meeting 41
  help: give one of them an id of its own, or report on it under a heading: `### OPSG 41/01`

)");
}

TEST_CASE("raised twice in one document") {
  auto builder = one_action();
  builder.raise("OPSG 41/01", "The DCC to report");
  CHECK(builder.judge() ==
        R"(content/meetings/41/minutes.md:3:5: error[raised-twice]: OPSG 41/01 is raised twice
  note: content/meetings/41/minutes.md:1:5: first raised here, at meeting 41
  help: give one of them an id of its own, or report on it under a heading: `### OPSG 41/01`

)");
}

TEST_CASE("reported on before it is raised") {
  SiteBuilder builder;
  builder.meeting("40", "2020-12-14").document("minutes");
  builder.entry("OPSG 41/01").field("status", "Closed");
  builder.meeting("41", "2021-01-25").document("minutes").raise("OPSG 41/01", "The DCC to report");
  CHECK(
      builder.judge() ==
      R"(content/meetings/40/minutes.md:1:5: error[updated-before-raised]: OPSG 41/01 is reported on at a meeting of 14 December 2020, before it is raised
  note: content/meetings/41/minutes.md:1:5: raised here, on 25 January 2021
  help: correct the id, or one of the dates

)");
}

TEST_CASE("reported on before the date in `Raised`") {
  SiteBuilder builder;
  builder.meeting("41", "2021-01-25").document("minutes");
  builder.entry("OPSG 41/01").field("raised", "26 January 2021");
  CHECK(
      builder.judge() ==
      R"(content/meetings/41/minutes.md:1:5: error[updated-before-raised]: OPSG 41/01 is reported on at a meeting of 25 January 2021, before it is raised
  note: content/meetings/41/minutes.md:2:11: raised here, on 26 January 2021
  help: correct the id, or one of the dates

)");
}

TEST_CASE("another date in `Raised` than the meeting's") {
  auto builder = one_action();
  next_minutes(builder).entry("OPSG 41/01").field("raised", "26 October 2020");
  CHECK(
      builder.judge() ==
      R"(content/meetings/41/minutes.md:1:5: warning[raised-differs]: OPSG 41/01 is raised on 25 January 2021 here
  note: content/meetings/42/minutes.md:2:11: raised here, on 26 October 2020
  help: correct one of the dates

)");
}

TEST_CASE("headlines and minutes of one meeting disagree") {
  SiteBuilder builder;
  builder.meeting("41", "2021-01-25").document("headlines");
  builder.entry("OPSG 37x/01").field("status", "Open").field("target", "1 March 2021");
  builder.document("minutes");
  builder.entry("OPSG 37x/01").field("status", "Closed").field("target", "01/03/2021");
  CHECK(
      builder.judge() ==
      R"(content/meetings/41/minutes.md:2:11: error[entry-disagrees]: `Status` of OPSG 37x/01 is "Closed" in the minutes of meeting 41, and "Open" in its headlines
  note: content/meetings/41/headlines.md:2:11: "Open" here
  help: make both say the same

)");
}

TEST_CASE("open again") {
  auto builder = one_action();
  next_minutes(builder).entry("OPSG 41/01").field("status", "Closed");
  builder.meeting("43", "2021-03-22").document("minutes");

  SECTION("without a word") {
    builder.entry("OPSG 41/01").field("status", "Open");
    CHECK(
        builder.judge() ==
        R"(content/meetings/43/minutes.md:2:11: error[reopened-silently]: OPSG 41/01 is Open again without being reopened
  note: content/meetings/42/minutes.md:2:11: closed here, at meeting 42
  help: say in its text that it was reopened, or correct the status

)");
  }
  SECTION("with a word") {
    const auto prose = GENERATE("The OPSG reopened the action.", "The action was **re-opened**.");
    builder.entry("OPSG 41/01").field("status", "Open");
    Record& record = builder.last_record();
    record.trees.push_back(parse_markdown(prose));
    record.entries.back().prose.push_back(record.trees[0].root());
    CHECK(builder.judge().empty());
  }
  SECTION("by a state of that name") {
    builder.site().config.registers[0].states.push_back({"Reopened", false});
    builder.entry("OPSG 41/01").field("status", "Reopened");
    CHECK(builder.judge().empty());
  }
}

TEST_CASE("a target before the raising") {
  auto builder = one_action();
  next_minutes(builder).entry("OPSG 41/01").field("target", "1 March 2020");
  builder.field("revised", "1 March 2021");
  CHECK(
      builder.judge() ==
      R"(content/meetings/42/minutes.md:2:11: error[target-before-raised]: OPSG 41/01 has a target of 1 March 2020, before it was raised
  note: content/meetings/41/minutes.md:1:5: raised here, on 25 January 2021
  help: correct one of the dates

)");
}

TEST_CASE("a target that changes without a revision") {
  auto builder = one_action();
  builder.field("target", "1 February 2021");
  next_minutes(builder).entry("OPSG 41/01").field("target", "1 March 2021");
  CHECK(
      builder.judge() ==
      R"(content/meetings/42/minutes.md:2:11: warning[target-changed]: the target of OPSG 41/01 is 1 March 2021 here, which no record gave before
  note: content/meetings/41/minutes.md:3:11: the last target is 1 February 2021
  help: keep the last target, and give the new one as `Revised`

)");
}

TEST_CASE("another owner and another title") {
  auto builder = one_action();
  next_minutes(builder).entry("OPSG 41/01", "The DCC to write").field("owner", "SECAS/DCC");
  CHECK(
      builder.judge() ==
      R"(content/meetings/42/minutes.md:1:5: warning[title-changed]: OPSG 41/01 has another title than before
  note: content/meetings/41/minutes.md:1:5: its title was "The DCC to report" at meeting 41
  help: leave the title out, or repeat it as it was

content/meetings/42/minutes.md:2:10: warning[owner-changed]: the owner of OPSG 41/01 is SECAS/DCC here
  note: content/meetings/41/minutes.md:2:10: it was DCC at meeting 41
  help: correct the owner, unless it was changed

)");
}

TEST_CASE("an open action that the next review leaves out") {
  auto builder = one_action();
  builder.raise("OPSG 41/02", "SECAS to write");
  builder.meeting("42", "2021-02-22").document("headlines");  // Reviews no actions.
  builder.meeting("43", "2021-03-22").document("minutes").entry("OPSG 41/02");
  builder.meeting("44", "2021-04-26").document("minutes");
  builder.entry("OPSG 41/01").field("status", "Closed");
  builder.entry("OPSG 41/02").field("status", "Closed");
  builder.meeting("45", "2021-05-24").document("minutes").raise("OPSG 45/01", "SECAS to write");
  CHECK(
      builder.judge() ==
      R"(content/meetings/41/minutes.md:1:5: warning[action-dropped]: OPSG 41/01 is open, but not among what meeting 43 reviewed
  note: content/meetings/43/minutes.md:1:5: reviewed from here on
  help: report on it there, if only by its status

)");
}

TEST_CASE("gaps in a meeting's action numbers") {
  SiteBuilder builder;
  builder.meeting("41", "2021-01-25").document("minutes");
  builder.raise("OPSG 41/01", "A").raise("OPSG 41/03", "B").raise("OPSG 41/12", "C");
  builder.entry("OPSG 37x/04");  // Its raising is in no record.
  CHECK(
      builder.judge() ==
      R"(content/meetings/41/minutes.md:2:5: warning[action-number-gap]: no record has OPSG 41/02, but here is OPSG 41/03
  help: raise what is missing, or correct the number

content/meetings/41/minutes.md:3:5: warning[action-number-gap]: no record has OPSG 41/04 to OPSG 41/11, but here is OPSG 41/12
  help: raise what is missing, or correct the number

)");
}

TEST_CASE("a key field that is missing in one place") {
  SiteBuilder builder;
  builder.meeting("64", "2022-01-24").document("minutes");
  builder.entry("LSC 5").field("release", "February 2022 SEC Release").entry("LSC 5");
  builder.entry("LSC 6").entry("CPM1").field("period", "2021-10");
  CHECK(
      builder.judge() ==
      R"(content/meetings/64/minutes.md:3:5: error[key-field-missing]: LSC 5 is without `Release`, which tells its entries apart
  note: content/meetings/64/minutes.md:2:12: given here
  help: add `- Release: February 2022 SEC Release`, or what else it is

)");
}

TEST_CASE("two keys with one slug") {
  SiteBuilder builder;
  builder.meeting("64", "2022-01-24").document("minutes");
  builder.entry("LSC 5").field("release", "June 2022").entry("LSC 5").field("release", "June-2022");
  CHECK(
      builder.judge() ==
      R"(content/meetings/64/minutes.md:3:5: error[slug-collision]: LSC 5 · June-2022 would have the same URL as LSC 5 · June 2022: lsc-5-june-2022
  note: content/meetings/64/minutes.md:1:5: LSC 5 · June 2022 is here
  help: let them differ in more than punctuation

)");
}

TEST_CASE("minutes are adopted at a later meeting") {
  auto builder = one_action();
  next_minutes(builder).entry("OPSG 41/01");
  builder.document("headlines");
  builder.record(0).adopted = "OPSG_42";
  builder.record(1).adopted = "OPSG 41";
  builder.record(2).adopted = "42";
  CHECK(
      builder.judge() ==
      R"(content/meetings/42/headlines.md: error[adopted-before]: adopted at meeting 42, which is not after its own, 42
  note: content/meetings/42/meeting.toml:2:8: meeting 42 was held on 22 February 2021
  help: name the later meeting that agreed this document

content/meetings/42/minutes.md: error[adopted-before]: adopted at meeting 41, which is not after its own, 42
  note: content/meetings/41/meeting.toml:2:8: meeting 41 was held on 25 January 2021
  help: name the later meeting that agreed this document

)");
}

TEST_CASE("a spelling that another meeting has by the committee's name") {
  SiteBuilder builder;
  builder.meeting("41", "2021-01-25").meeting("42", "2021-02-22").meeting("43", "2021-03-22");
  builder.site().meetings[1].spellings.push_back("opsg 41");
  builder.site().meetings[2].spellings.push_back("opsg 41");
  builder.site().meetings[2].spellings.push_back("42");  // The gate's to report.
  builder.site().meetings[2].spellings.push_back("OPSG 42");
  CHECK(
      builder.judge() ==
      R"(content/meetings/42/meeting.toml:2:8: error[meeting-ambiguous]: "opsg 41" means meeting 41 and meeting 42
  note: content/meetings/41/meeting.toml:2:8: meeting 41 is here
  help: take it out of one meeting's `also`

content/meetings/43/meeting.toml:2:8: error[meeting-ambiguous]: "opsg 41" means meeting 41 and meeting 43
  note: content/meetings/41/meeting.toml:2:8: meeting 41 is here
  help: take it out of one meeting's `also`

)");
}

TEST_CASE("a coming meeting in the past, and an end before the start") {
  SiteBuilder builder;
  builder.meeting("42", "2021-02-22");
  Meeting& meeting = builder.site().meetings[0];
  meeting.start = TimeOfDay{13, 20, 0};
  meeting.end = TimeOfDay{13, 20, 0};
  meeting.next.push_back(
      {"Main", day("2021-02-22"), {}, "", false,
       {SourcePath("content/meetings/42/meeting.toml"), 5, 10, 10}});
  CHECK(
      builder.judge() ==
      R"(content/meetings/42/meeting.toml:2:8: error[ends-before-start]: meeting 42 does not end after it starts
  help: correct its `start` or `end`

content/meetings/42/meeting.toml:5:10: warning[next-in-past]: a coming meeting of 22 February 2021 is no later than this one of 22 February 2021
  help: correct the date

)");
}

}  // namespace
}  // namespace opsg::released
