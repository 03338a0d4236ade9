#include "timeline_view.h"

#include "catch2.h"
#include "scores.h"
#include "site_builder.h"

namespace opsg::released {
namespace {

using opsg::test::SiteBuilder;
using Texts = std::vector<std::string>;

/// What each step of the register's first entry was and changed, oldest first.
Texts steps(const Site& site, std::string_view register_name = "actions") {
  const Register& reg = *site.find_register(register_name);
  const RegisterEntry& entry = reg.entries.at(0);
  Texts texts;
  for (std::size_t i = 0; i < entry.history.size(); ++i) {
    std::string text = step_kind(site, reg, entry, i);
    for (const ChangeView& change : step_changes(site, reg, entry, i)) {
      text += " | " + change.title + ": " + change.before + " -> " + change.after;
    }
    texts.push_back(text);
  }
  return texts;
}

SiteBuilder raised_action() {
  SiteBuilder builder;
  builder.meeting("40", "2020-12-01").document("minutes");
  builder.raise("OPSG 40/01", "The DCC to report").inferred_owner("DCC");
  builder.meeting("41", "2021-01-25").document("minutes").entry("OPSG 40/01");
  return builder;
}

TEST_CASE("a step says which owner, state and title it changed") {
  auto builder = raised_action();
  builder.last_entry().title = "The DCC to write";
  builder.field("raised", "1 December 2020").field("owner", "CSP N/DCC").field("status", "Closed");
  CHECK(steps(builder.join()) ==
        Texts{"Raised",
              "Closed | Owner: DCC -> CSP N, DCC | Status: Open -> Closed | "
              "Title: The DCC to report -> The DCC to write"});
}

TEST_CASE("a target moves, whichever field says so") {
  auto builder = raised_action();
  builder.field("target", "1 February 2021").field("status", "Open");
  builder.meeting("42", "2021-02-22").document("minutes").entry("OPSG 40/01");
  builder.field("target", "1 February 2021").field("revised", "1 March 2021");
  builder.meeting("43", "2021-03-22").document("minutes").entry("OPSG 40/01");
  builder.field("target", "1 March 2021").field("revised", "N/A");
  builder.meeting("44", "2021-04-22").document("minutes").entry("OPSG 40/01");
  builder.field("revised", "TBC");
  CHECK(steps(builder.join()) == Texts{"Raised", "Updated | Target:  -> 1 February 2021",
                                       "Updated | Target: 1 February 2021 -> 1 March 2021",
                                       "Updated",
                                       "Updated | Target: 1 March 2021 -> To be confirmed"});
}

TEST_CASE("minutes that repeat the headlines of their meeting change nothing") {
  auto builder = raised_action();
  builder.field("status", "Closed");
  builder.document("headlines").entry("OPSG 40/01").field("status", "Closed");
  CHECK(steps(builder.join()) == Texts{"Raised", "Closed | Status: Open -> Closed", "Updated"});
}

TEST_CASE("a register without states reports, and says what is new") {
  SiteBuilder builder;
  int month = 0;
  for (const char* colour : {"RED", "RED", "GREEN"}) {
    ++month;
    builder.meeting(std::to_string(40 + month), "2021-0" + std::to_string(month) + "-25");
    builder.document("minutes").entry("LSC 1").field("release", "June").field("status", colour);
  }
  CHECK(steps(builder.join(), "reviews") ==
        Texts{"Reported", "Reported", "Reported | Status: Red -> Green"});
}

Site reported(const std::vector<Score>& scores) {
  SiteBuilder builder;
  builder.site().config.registers[1].fields.push_back({"severity", "Severity", FieldType::score});
  for (std::size_t i = 0; i < scores.size(); ++i) {
    builder.meeting(std::to_string(41 + i), "2021-01-0" + std::to_string(i + 1))
        .document("minutes");
    builder.entry("LSC 1");
    builder.last_entry().fields.push_back({"severity", scores[i], "", {}});
  }
  return builder.join();
}

std::string sentence(const std::vector<Score>& scores) {
  const Site site = reported(scores);
  return trend_sentence(site, site.find_register("reviews")->entries.at(0), "severity");
}

TEST_CASE("whether a risk gets better is a sentence") {
  CHECK(sentence({{15, "High"}}) ==
        "Reported once, at OPSG 41: there is no earlier report to compare with.");
  CHECK(sentence({{20, "Critical"}, {15, "High"}}) ==
        "Getting better: down from 20 Critical at OPSG 41 to 15 High at OPSG 42.");
  CHECK(sentence({{9, ""}, {15, "High"}}) ==
        "Getting worse: up from 9 at OPSG 41 to 15 High at OPSG 42.");
  CHECK(sentence({{15, "High"}, {20, "Critical"}, {20, "Critical"}}) ==
        "No better and no worse: 20 Critical since OPSG 42.");
  CHECK(sentence({{20, "Critical"}, {20, "Critical"}}) ==
        "No better and no worse: 20 Critical since OPSG 41.");
}

TEST_CASE("two records of one meeting are one report") {
  Site site = reported({{20, "Critical"}, {15, "High"}});
  RegisterEntry entry = site.find_register("reviews")->entries.at(0);
  entry.history[1].meeting = 0;
  CHECK(score_trend(site, entry, "severity") == "first report");
  CHECK(reported_scores(site, entry, "severity").at(0).score.value == 15);
}

}  // namespace
}  // namespace opsg::released
