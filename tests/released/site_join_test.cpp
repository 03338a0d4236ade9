#include <algorithm>
#include <string>
#include <vector>

#include "catch2.h"
#include "natural_order.h"
#include "site_builder.h"

namespace opsg::released {
namespace {

using opsg::test::day;
using opsg::test::SiteBuilder;

std::vector<std::string> keys(const Site& site, std::string_view name) {
  std::vector<std::string> keys;
  for (const RegisterEntry& entry : site.find_register(name)->entries) keys.push_back(entry.key);
  return keys;
}

const RegisterEntry& action(const Site& site, std::string_view id) {
  const auto& entries = site.find_register("actions")->entries;
  return *std::find_if(entries.begin(), entries.end(),
                       [&](const RegisterEntry& entry) { return entry.id == id; });
}

std::vector<std::string> targets(const RegisterEntry& entry) {
  std::vector<std::string> texts;
  for (const TargetRevision& target : entry.targets) {
    texts.push_back((target.date.date ? iso_date(*target.date.date) : "TBC") + " at step " +
                    std::to_string(target.step) + (target.revised ? ", revised" : ""));
  }
  return texts;
}

using Texts = std::vector<std::string>;

TEST_CASE("numbers in keys are ordered as numbers") {
  Texts ids = {"LSC 10", "LSC 2", "OPSG 41/01", "OPSG 37x/01", "OPSG 37/02", "OPSG 9/12", "LSC 02"};
  std::sort(ids.begin(), ids.end(), natural_less);
  CHECK(ids ==
        Texts{"LSC 02", "LSC 2", "LSC 10", "OPSG 9/12", "OPSG 37/02", "OPSG 37x/01", "OPSG 41/01"});
  CHECK(natural_less("7", "123456789012345678901234567890"));
  CHECK_FALSE(natural_less("a1", "a1"));
  CHECK(natural_less("a", "a1"));
}

TEST_CASE("an action is followed from the meeting that raised it to the one that closed it") {
  const Site site = SiteBuilder()
                        .meeting("37x", "2020-10-26")
                        .document("minutes")
                        .raise("OPSG 37x/01", "The DCC to report on RDP Incidents")
                        .inferred_owner("DCC")
                        .meeting("38x", "2020-11-23")
                        .document("minutes")
                        .entry("OPSG 37x/01")
                        .field("target", "23 November 2020")
                        .field("revised", "7 December 2020")
                        .meeting("41_2501", "2021-01-25")
                        .document("minutes")
                        .entry("OPSG 37x/01", "The DCC to report on its investigation")
                        .field("raised", "26 October 2020")
                        .field("target", "7 December 2020")
                        .field("revised", "N/A")
                        .field("owner", "DCC")
                        .field("status", "Closed")
                        .join();

  const RegisterEntry& entry = action(site, "OPSG 37x/01");
  CHECK(entry.key == "OPSG 37x/01");
  CHECK(entry.slug == "opsg-37x-01");
  CHECK(entry.title == "The DCC to report on its investigation");
  REQUIRE(entry.history.size() == 3);
  CHECK(site.meeting(entry.history[0]).code == "37x");
  CHECK(site.entry(entry.history[0]).raises);
  CHECK(entry.state == "Closed");
  CHECK(entry.closed);
  CHECK(entry.closed_on == day("2021-01-25"));
  CHECK(entry.raised == day("2020-10-26"));
  CHECK(targets(entry) == Texts{"2020-11-23 at step 1", "2020-12-07 at step 1, revised"});
  CHECK(entry.target() == day("2020-12-07"));
  CHECK(entry.days_overdue == 0);
  CHECK(entry.slippage_days == 63);
  REQUIRE(entry.present.size() == 5);
  CHECK(entry.present[0].name == "raised");
  CHECK(entry.find("revised")->text == "N/A");
  CHECK(entry.find("nothing") == nullptr);
}

TEST_CASE("an action without a status is open, and overdue from the day after its target") {
  SiteBuilder builder;
  builder.meeting("41_2501", "2021-01-25")
      .document("minutes")
      .raise("OPSG 41/01", "The DCC to report")
      .field("target", "4 February 2021")
      .raise("OPSG 41/02", "SECAS to report")
      .field("target", "TBC")
      .raise("OPSG 41/03", "SECAS to write");
  const auto as_of = GENERATE("2021-02-03", "2021-02-04", "2021-02-05", "2021-03-04");
  builder.site().as_of = day(as_of);
  const Site site = builder.join();

  const RegisterEntry& dated = action(site, "OPSG 41/01");
  CHECK(dated.state == "Open");
  CHECK_FALSE(dated.closed);
  CHECK(dated.raised == day("2021-01-25"));
  CHECK(dated.days_overdue == std::max(0, days_between(day("2021-02-04"), day(as_of))));
  CHECK(dated.slippage_days == 0);

  const RegisterEntry& unconfirmed = action(site, "OPSG 41/02");
  CHECK(targets(unconfirmed) == Texts{"TBC at step 0"});
  CHECK_FALSE(unconfirmed.target());
  CHECK(unconfirmed.days_overdue == 0);
  CHECK(action(site, "OPSG 41/03").targets.empty());
}

TEST_CASE("targets: each new one once, whichever way the log repeats the old") {
  SiteBuilder builder;
  builder.meeting("59", "2021-10-25").document("minutes").raise("OPSG 59/03", "The DCC to plan");
  builder.field("target", "24 November 2021");

  SECTION("the last target is repeated, and TBC is a revision") {
    builder.meeting("60", "2021-11-29").document("minutes").entry("OPSG 59/03");
    builder.field("target", "24 November 2021").field("revised", "20 December 2021");
    builder.meeting("64", "2022-01-24").document("minutes").entry("OPSG 59/03");
    builder.field("target", "20 December 2021").field("revised", "TBC");
    const Site site = builder.join();
    CHECK(targets(action(site, "OPSG 59/03")) ==
          Texts{"2021-11-24 at step 0", "2021-12-20 at step 1, revised", "TBC at step 2, revised"});
    CHECK_FALSE(action(site, "OPSG 59/03").target());
    CHECK(action(site, "OPSG 59/03").slippage_days == 26);
  }
  SECTION("the original target stays in place beside each revision") {
    for (const char* code : {"60", "61"}) {
      builder.meeting(code, code[1] == '0' ? "2021-11-29" : "2021-12-13").document("minutes");
      builder.entry("OPSG 59/03").field("target", "24 November 2021");
      builder.field("revised", "20 December 2021");
    }
    CHECK(targets(action(builder.join(), "OPSG 59/03")) ==
          Texts{"2021-11-24 at step 0", "2021-12-20 at step 1, revised"});
  }
  SECTION("headlines and minutes of one meeting say the same") {
    builder.meeting("60", "2021-11-29");
    for (const char* name : {"headlines", "minutes"}) {
      builder.document(name).entry("OPSG 59/03").field("target", "24 November 2021");
      builder.field("revised", "20 December 2021");
    }
    CHECK(targets(action(builder.join(), "OPSG 59/03")) ==
          Texts{"2021-11-24 at step 0", "2021-12-20 at step 1, revised"});
  }
  SECTION("without the record that revised it, the new target still counts") {
    builder.meeting("61", "2021-12-13").document("minutes").entry("OPSG 59/03");
    builder.field("target", "20 December 2021").field("revised", "N/A");
    CHECK(targets(action(builder.join(), "OPSG 59/03")) ==
          Texts{"2021-11-24 at step 0", "2021-12-20 at step 1"});
  }
  SECTION("a target that goes back to an earlier one is a change") {
    builder.meeting("60", "2021-11-29").document("minutes").entry("OPSG 59/03");
    builder.field("revised", "20 December 2021");
    builder.meeting("61", "2021-12-13").document("minutes").entry("OPSG 59/03");
    builder.field("target", "24 November 2021");
    const Site site = builder.join();
    CHECK(targets(action(site, "OPSG 59/03")) ==
          Texts{"2021-11-24 at step 0", "2021-12-20 at step 1, revised", "2021-11-24 at step 2"});
    CHECK(action(site, "OPSG 59/03").slippage_days == 0);
  }
}

TEST_CASE("slippage is never negative") {
  const Site site = SiteBuilder()
                        .meeting("41_2501", "2021-01-25")
                        .document("minutes")
                        .raise("OPSG 41/01", "The DCC to report")
                        .field("target", "1 June 2021")
                        .meeting("42", "2021-02-22")
                        .document("minutes")
                        .entry("OPSG 41/01")
                        .field("status", "Closed")
                        .join();
  CHECK(action(site, "OPSG 41/01").slippage_days == 0);
}

TEST_CASE("an action that is reopened is closed by what closes it last") {
  SiteBuilder builder;
  builder.meeting("41", "2021-01-25").document("minutes").raise("OPSG 41/01", "To report");
  builder.meeting("42", "2021-02-22").document("minutes");
  builder.entry("OPSG 41/01").field("status", "Closed");
  builder.meeting("43", "2021-03-22").document("minutes");
  builder.entry("OPSG 41/01").field("status", "On hold");
  SECTION("open again") {
    const Site site = builder.join();
    CHECK(action(site, "OPSG 41/01").state == "On hold");
    CHECK_FALSE(action(site, "OPSG 41/01").closed_on);
  }
  SECTION("closed again; a word without a status changes nothing") {
    builder.meeting("44", "2021-04-26").document("minutes");
    builder.entry("OPSG 41/01").field("status", "Closed");
    builder.meeting("45", "2021-05-24").document("minutes").entry("OPSG 41/01");
    const Site site = builder.join();
    CHECK(action(site, "OPSG 41/01").closed);
    CHECK(action(site, "OPSG 41/01").closed_on == day("2021-04-26"));
  }
}

TEST_CASE("within a meeting the minutes have the last word, wherever they stand") {
  const bool minutes_first = GENERATE(true, false);
  SiteBuilder builder;
  builder.meeting("41", "2021-01-25");
  for (const std::string name :
       {minutes_first ? "minutes" : "paper", "headlines", minutes_first ? "paper" : "minutes"}) {
    builder.document(name).entry("OPSG 41/01", "As the " + name + " have it");
  }
  const Site site = builder.join();
  const RegisterEntry& entry = action(site, "OPSG 41/01");
  CHECK(entry.title == "As the minutes have it");
  Texts names;
  for (const Step& step : entry.history) names.push_back(site.records[step.record].name);
  CHECK(names == Texts{"paper", "headlines", "minutes"});
}

TEST_CASE("key fields tell entries with one id apart, however their values are written") {
  const Site site = SiteBuilder()
                        .meeting("62", "2021-12-13")
                        .document("minutes")
                        .entry("LSC 10")
                        .field("release", "February 2022 SEC Release")
                        .entry("LSC 5")
                        .field("release", "June 2022 SEC Release")
                        .entry("LSC 5")
                        .field("release", "February 2022 SEC Release")
                        .meeting("64", "2022-01-24")
                        .document("minutes")
                        .entry("LSC 5")
                        .field("release", "february 2022  SEC release")
                        .field("status", "RED")
                        .join();
  CHECK(keys(site, "reviews") == Texts{"LSC 5 · February 2022 SEC Release",
                                       "LSC 5 · June 2022 SEC Release",
                                       "LSC 10 · February 2022 SEC Release"});
  const RegisterEntry& first = site.find_register("reviews")->entries[0];
  CHECK(first.slug == "lsc-5-february-2022-sec-release");
  CHECK(first.history.size() == 2);
  CHECK(first.state.empty());
}

TEST_CASE("measures are ordered by provider and then by date, not by the month's name") {
  SiteBuilder builder;
  builder.meeting("64", "2022-01-24").document("minutes");
  for (const char* period : {"2021-11", "2021-10", "2020-12"}) {
    builder.entry("PM2").field("provider", "CSP N/DCC").field("period", period);
  }
  builder.entry("PM2").field("provider", "DCC/CSP N").field("period", "2021-10");
  builder.entry("PM2").field("provider", "CSP C").field("period", "2021-12");
  builder.entry("CPM1").field("period", "2021-10");
  const Site site = builder.join();
  CHECK(keys(site, "measures") == Texts{"CPM1 · 2021-10", "PM2 · CSP C · 2021-12",
                                        "PM2 · CSP N/DCC · 2020-12", "PM2 · CSP N/DCC · 2021-10",
                                        "PM2 · CSP N/DCC · 2021-11"});
}

TEST_CASE("an entry that lost a key field is shown by its id alone") {
  const Site site = SiteBuilder()
                        .meeting("62", "2021-12-13")
                        .document("minutes")
                        .entry("LSC 5")
                        .field("release", "June 2022 SEC Release")
                        .entry("LSC 5")
                        .join();
  CHECK(keys(site, "reviews") == Texts{"LSC 5", "LSC 5 · June 2022 SEC Release"});
}

TEST_CASE("two keys with one slug still have a URL each") {
  const Site site = SiteBuilder()
                        .meeting("62", "2021-12-13")
                        .document("minutes")
                        .entry("LSC 5")
                        .field("release", "June-2022")
                        .entry("LSC 5")
                        .field("release", "June 2022")
                        .join();
  const auto& entries = site.find_register("reviews")->entries;
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].slug == "lsc-5-june-2022");
  CHECK(entries[1].slug == "lsc-5-june-2022-2");
}

}  // namespace
}  // namespace opsg::released
