#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch2.h"
#include "test_site.h"

namespace opsg::test {
namespace {

using Files = std::map<std::string, std::string>;

std::string meeting(const std::string& label, const std::string& code, const std::string& date) {
  return "classification = \"" + label + "\"\ncode = \"" + code + "\"\ndate = " + date + "\n";
}

std::string document(const std::string& label, const std::string& text) {
  return "+++\nclassification = \"" + label + "\"\nstatus = \"final\"\n+++\n\n" + text;
}

/// Two public meetings, a month apart from a place for another one between them.
Files two_public_meetings() {
  return {{"content/meetings/m1/meeting.toml", meeting("white", "11", "2021-01-25")},
          {"content/meetings/m1/headlines.md",
           document("white",
                    "## 1. Actions\n\nACTION OPSG 11/01: The DCC to report.\n\n"
                    "- Target: 1 March 2021\n\nACTION OPSG 11/02: SECAS to write.\n\n"
                    "## 2. Risks\n\n### Risk 006: Late\n\n- Severity: 20 - Critical\n\n"
                    "## 3. Measures\n\n### LSC 1: Parts\n\n- Release: June\n- Status: Red\n\n"
                    "### PM2: Payloads\n\n- Provider: DCC\n- Period: Q4 2020\n- Value: 80%\n")},
          {"content/meetings/m3/meeting.toml", meeting("white", "13", "2021-03-25")},
          {"content/meetings/m3/headlines.md",
           document("white",
                    "## 1. Actions\n\n### OPSG 11/01\n\n- Status: Open\n\nStill to come.\n\n"
                    "## 2. Risks\n\n### Risk 006\n\n- Severity: 15 - High\n")}};
}

/// What an amber meeting in between did to each of the public entries.
Files with_amber_meeting() {
  Files files = two_public_meetings();
  files["content/meetings/m2/meeting.toml"] = meeting("amber", "12", "2021-02-25");
  files["content/meetings/m2/minutes.md"] =
      document("amber",
               "## 1. Actions\n\n### OPSG 11/01\n\n- Revised: 17 September 2033\n\n"
               "### OPSG 11/02\n\n- Owner: CSP N\n- Status: Closed\n\n"
               "## 2. Risks\n\n### Risk 006\n\n- Severity: 25 - Dire\n\n"
               "## 3. Measures\n\n### LSC 1\n\n- Release: June\n- Status: Green\n\n"
               "### PM2\n\n- Provider: DCC\n- Period: Q1 2021\n- Value: 81.37%\n\n"
               "ACTION OPSG 12/01: The DCC to hush.\n");
  return files;
}

std::set<std::string> paths_of(const TestBuild& build) {
  std::set<std::string> paths;
  for (const auto& [path, bytes] : build.files) {
    if (path.ends_with(".html")) paths.insert(path);
  }
  return paths;
}

}  // namespace

TEST_CASE("What a withheld meeting did to public entries shows in no history, count or order") {
  const TestBuild without = TestSite(two_public_meetings()).build();
  const TestBuild with = TestSite(with_amber_meeting()).build();
  INFO(with.diagnostics);
  REQUIRE(with.ok());
  REQUIRE(without.ok());
  CHECK(with.files == without.files);
  CHECK(without.file("risks/risk-006/index.html").find("Getting better: down from 20 Critical") !=
        std::string_view::npos);
}

TEST_CASE("Members see all of the history that the public sees in part") {
  TestRequest members;
  members.audience = "members";
  const TestBuild build = TestSite(with_amber_meeting()).build(members);
  INFO(build.diagnostics);
  REQUIRE(build.ok());
  const std::string_view action = build.file("actions/opsg-11-01/index.html");
  CHECK(action.find("Target: from <del>1 March 2021</del> to <ins>17 September 2033</ins>") !=
        std::string_view::npos);
  CHECK(build.file("risks/risk-006/index.html").find("down from 25 Dire at OPSG 12") !=
        std::string_view::npos);
  CHECK(build.file("measures/pm2-dcc/index.html").find("id=\"period-2021-01-2021-03\"") !=
        std::string_view::npos);
}

TEST_CASE("No address changes when titles and the order of things do") {
  const auto text = [](const std::vector<std::string>& parts) {
    std::string all = "## 1. Things\n\n";
    for (const std::string& part : parts) all += part;
    return document("white", all);
  };
  const std::vector<std::string> parts = {
      "### OPSG 11/01: The DCC to report\n\n- Owner: DCC\n\n",
      "### Risk 006: Late\n\n- Severity: 20\n\n",
      "### LSC 1: Parts\n\n- Release: June\n- Status: Red\n\n",
      "### LSC 1: Parts\n\n- Release: July\n- Status: Red\n\n",
      "### PM2: Payloads\n\n- Provider: DCC\n- Period: Oct 2020\n- Value: 80%\n\n",
      "### PM2: Payloads\n\n- Provider: DCC\n- Period: Q4 2020\n- Value: 80%\n\n"};
  std::vector<std::string> others(parts.rbegin(), parts.rend());
  for (std::string& part : others) part.insert(part.find('\n'), part.find(':') < 20 ? " anew" : "");
  const TestBuild before = TestSite({{"content/meetings/m1/headlines.md", text(parts)}}).build();
  const TestBuild after = TestSite({{"content/meetings/m1/headlines.md", text(others)}}).build();
  INFO(before.diagnostics << after.diagnostics);
  REQUIRE(before.ok());
  REQUIRE(after.ok());
  CHECK(paths_of(before) == paths_of(after));
  for (const char* id :
       {"action-opsg-11-01", "risk-risk-006", "review-lsc-1-june", "review-lsc-1-july",
        "measure-pm2-dcc-2020-10", "measure-pm2-dcc-2020-10-2020-12"}) {
    CAPTURE(id);
    const std::string attribute = "id=\"" + std::string(id) + '"';
    const std::string_view page = "meetings/m1/index.html";
    CHECK(before.file(page).find(attribute) != std::string_view::npos);
    CHECK(after.file(page).find(attribute) != std::string_view::npos);
  }
}

}  // namespace opsg::test
