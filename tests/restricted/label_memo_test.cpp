#include "label_memo.h"

#include <string>

#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

SourceTree one_meeting(const std::string& minutes = "Open.\n\n(AMBER) Closed.\n") {
  return {{{SourcePath(kMeeting), "classification = \"white\"\ncode = \"41\"\ndate = 2021-01-25\n"},
           {SourcePath(kMinutes), document("white", minutes)},
           {SourcePath("site.toml"), kSiteToml}}};
}

}  // namespace

TEST_CASE("A document that was labelled before is not read again, whatever becomes of its tree") {
  LabelMemo memo;
  const LabelOutcome first = label(one_meeting(), &memo);
  const LabelOutcome again = label(one_meeting(), &memo);
  CHECK(first.kept != nullptr);
  CHECK(again.kept == first.kept);
  CHECK(again.cleared == label(one_meeting()).cleared);
  CHECK(again.full == label(one_meeting()).full);
  CHECK(again.full.find("Closed") != std::string::npos);
  CHECK(memo.size() == 1);
}

TEST_CASE("Whatever labelling a document depends on, it is labelled afresh when that changes") {
  LabelMemo memo;
  label(one_meeting(), &memo);
  SourceTree changed = one_meeting();
  SECTION("its text") {
    changed = one_meeting("Open.\n\n(RED) Closed.\n");
  }
  SECTION("its path") {
    changed.files[1].path = SourcePath(kFolder + "headlines.md");
  }
  SECTION("the meeting, which may be labelled higher") {
    changed.files[0].bytes.replace(changed.files[0].bytes.find("white"), 5, "amber");
  }
  SECTION("the people whom a meeting names") {
    changed.files[0].bytes += "[[attendance]]\nrole = \"Chair\"\nname = \"Open Closed\"\n";
  }
  SECTION("words that are no near-misses") {
    const std::string parties = "[[party]]\nname = \"AMBR\"\n";
    changed.files.insert(changed.files.end() - 1, {SourcePath("content/parties.toml"), parties});
  }
  SECTION("the policy") {
    changed.files[2].bytes += "\n";
  }
  const LabelOutcome recalled = label(changed, &memo);
  const LabelOutcome afresh = label(changed);
  CHECK(memo.size() == 2);
  CHECK(recalled.cleared == afresh.cleared);
  CHECK(recalled.full == afresh.full);
  CHECK(recalled.findings == afresh.findings);
}

TEST_CASE("What was wrong with a document is reported again, and it stays doubtful") {
  LabelMemo memo;
  const std::string wrong = "Open (AMBER)\n\nThis section is classified as Amber.\n";
  const LabelOutcome first = label(one_meeting(wrong), &memo);
  const LabelOutcome again = label(one_meeting(wrong), &memo);
  CHECK(first.findings.find("marking-near-miss") != std::string::npos);
  CHECK(again.findings == first.findings);
  CHECK(again.cleared == first.cleared);
  CHECK(again.full == first.full);
  CHECK(memo.size() == 1);
}

}  // namespace opsg::restricted::testing
