#include <string>

#include "catch2.h"
#include "cleared_site.h"
#include "statement.h"

namespace opsg::released {
namespace {

using opsg::test::ClearedSite;

/// What is said of the headlines and minutes of one meeting.
std::string judged(const std::string& headlines, const std::string& minutes) {
  ClearedSite sources;
  sources.meeting("m1", "code = \"41\"\ndate = 2021-01-25\n");
  sources.document("m1", "headlines", headlines).document("m1", "minutes", minutes);
  Diagnostics found;
  judge_consistency(sources.join(), found);
  found.sort();
  return format_diagnostics(found, {});
}

std::string values(std::string_view text) {
  std::string out;
  for (const Figure& figure : find_figures(text)) out += figure.value + ' ';
  return out;
}

TEST_CASE("figures are numbers, in digits and in words, months and years") {
  CHECK(values("Nine of 11,000 were 96.12% in Feb 2021, the 23rd time; 18k left.") ==
        "9 11000 96.12 february 2021 23 18000 ");
  CHECK(values("one MP116 PM3.1 4G INC000000661032 26/10/2020 41/02 37x/01 may march") == "");
  CHECK(values("In May, on 4 March.") == "may 4 march ");
  CHECK(values("The Category 2 Incidents of Annex 1") == "");
  CHECK(values("") == "");
}

TEST_CASE("headlines that say less than the minutes, or say it otherwise, are silent") {
  CHECK(judged("## 2. PMR Report (DCC)\n\nNine Incidents were opened in December.\n\n## 8. AOB\n",
               "## 1. Actions\n\n## 2. PMR Report – November\n\nThere were 9 Incidents opened in "
               "December 2020, and 14 more were closed.\n\n## 8. Any Other Business\n") == "");
  CHECK(judged("## 2. A\n\nThe DCC will raise 5 records of the failed service.\n",
               "## 2. A\n\nThe Chair thanked 6 members for all that they did for it.\n") == "");
}

TEST_CASE("numbers of different things are no difference") {
  CHECK(judged("## 2. A\n\nThe DCC reported nine failed deliveries of firmware at providers.\n",
               "## 2. A\n\nThe DCC reported failed deliveries of firmware at two providers.\n") ==
        "");
}

TEST_CASE("a figure that the minutes have elsewhere in the item is no difference") {
  CHECK(
      judged("## 2. A\n\nThe DCC reported nine failed deliveries of firmware.\n",
             "## 2. A\n\nThe DCC reported ten failed deliveries of firmware. Nine are solved.\n") ==
      "");
}

TEST_CASE("another figure where both say the same") {
  CHECK(
      judged("## 2. A\n\nThe measure missed its\ntarget for 17 months running at that provider.\n",
             "## 1. B\n\n## 2. A\n\nAt that provider the measure missed its target for the last "
             "18 months running.\n") ==
      R"(content/meetings/m1/headlines.md:4:1: warning[headlines-differ]: "17" here, but "18" where the minutes say the same
  note: content/meetings/m1/minutes.md:5:1: the minutes say it here
  help: see which of the two is right, and correct the other

)");
}

TEST_CASE("another month in a title, or another title") {
  CHECK(
      judged("## 5. PMR Report – September (DCC)\n", "## 5. PMR Report – November\n") ==
      R"(content/meetings/m1/headlines.md:1:4: warning[headlines-differ]: item 5 is "PMR Report – September" here, and "PMR Report – November" in the minutes
  note: content/meetings/m1/minutes.md:1:4: the minutes' title is here
  help: see which of the two is right, and correct the other

)");
  CHECK(
      judged("## 5. Firmware\n", "## 5. Major Incident Review\n") ==
      R"(content/meetings/m1/headlines.md:1:4: warning[headlines-differ]: item 5 is "Firmware" here, and "Major Incident Review" in the minutes
  note: content/meetings/m1/minutes.md:1:4: the minutes' title is here
  help: see which of the two is right, and correct the other

)");
}

TEST_CASE("an item that has another number in the minutes") {
  CHECK(
      judged("## 6. Major Incident Review\n", "## 7. Major Incidents Review\n") ==
      R"(content/meetings/m1/headlines.md:1:4: warning[headlines-differ]: item 6 is item 7 in the minutes
  note: content/meetings/m1/minutes.md:1:4: the minutes have it here
  help: see which of the two is right, and correct the other

)");
  CHECK(judged("## 6. Update\n", "## 7. Update\n") == "");
  CHECK(judged("## 6. Major Incident Review\n", "## 7. Firmware at CSP N\n") == "");
}

TEST_CASE("documents without agenda items, or alone, are not compared") {
  CHECK(judged("Words of 17.\n", "## 2. A\n") == "");
  CHECK(judged("## 2. A\n", "Words.\n") == "");
}

}  // namespace
}  // namespace opsg::released
