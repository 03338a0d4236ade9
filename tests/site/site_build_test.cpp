#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "catch2.h"
#include "test_site.h"

namespace opsg::test {
namespace {

namespace fs = std::filesystem;

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// The records in content/, as the repository has them.
std::map<std::string, std::string> committee_files() {
  const fs::path root = OPSG_SOURCE_DIR;
  std::map<std::string, std::string> files = {{"site.toml", read_whole(root / "site.toml")}};
  for (const auto& entry : fs::recursive_directory_iterator(root / "content")) {
    if (!entry.is_regular_file()) continue;
    files[entry.path().lexically_relative(root).generic_string()] = read_whole(entry.path());
  }
  return files;
}

TestSite committee_site() {
  return TestSite(committee_files());
}

const TestBuild& public_build() {
  static const TestBuild kBuild = committee_site().build();
  return kBuild;
}

nlohmann::json data(const std::string& name) {
  return nlohmann::json::parse(public_build().file("data/" + name + ".json"));
}

nlohmann::json entry(const std::string& register_name, const std::string& id) {
  const nlohmann::json whole = data(register_name);
  for (const auto& candidate : whole.at("entries")) {
    if (candidate.at("id") == id) return candidate;
  }
  return {};
}

bool shows(std::string_view page, std::string_view text) {
  return page.find(text) != std::string_view::npos;
}

constexpr std::string_view kMeeting41 = "meetings/2021-01-25-opsg-41/index.html";
constexpr std::string_view kMeeting64 = "meetings/2022-01-24-opsg-64/index.html";

}  // namespace

TEST_CASE("The committee's own records build") {
  // The suite needs no Pagefind; the browser tests search a site with it.
  CHECK(public_build().diagnostics.find("site.toml:105:10: warning[search-not-installed]") == 0);
  CHECK(public_build().diagnostics.find("\n\n") == public_build().diagnostics.size() - 2);
  REQUIRE(public_build().ok());
  CHECK_FALSE(public_build().file("index.html").empty());
}

TEST_CASE("The headlines of 41_2501 have items 2 to 8 with their permalinks") {
  const std::string_view page = public_build().file(kMeeting41);
  for (const char* item : {"2", "3", "3-1", "3-2", "3-3", "4", "5", "6", "7", "8"}) {
    INFO(item);
    CHECK(shows(page, "id=\"item-" + std::string(item) + "\""));
    CHECK(shows(page, "#item-" + std::string(item) + "\""));
  }
  CHECK(shows(page, "DCC Pandemic Update"));
}

TEST_CASE("The action log says what became of each action") {
  const auto closed = entry("actions", "OPSG 37x/01");
  CHECK(closed.at("state") == "Closed");
  CHECK(closed.at("closed_on") == "2021-01-25");

  const auto open = entry("actions", "OPSG 59/03");
  CHECK(open.at("state") == "Open");
  CHECK(open.dump().find("TBC") != std::string::npos);

  for (const char* id : {"OPSG 64/01", "OPSG 64/02", "OPSG 64/03", "OPSG 64/04"}) {
    INFO(id);
    CHECK(entry("actions", id).at("state") == "Open");
  }
  const auto owners = entry("actions", "OPSG 64/04").at("fields").at("owner");
  CHECK(owners == nlohmann::json::array({"SECAS", "DCC"}));
}

TEST_CASE("Risks and reviews are those of 64_2401") {
  CHECK(shows(public_build().file("risks/index.html"), "20"));
  CHECK(shows(public_build().file("risks/risk-006/index.html"), "Critical"));
  for (int criterion = 1; criterion <= 8; ++criterion) {
    const std::string id = "LSC " + std::to_string(criterion);
    INFO(id);
    const bool red = criterion == 1 || criterion == 5;
    const std::string found = entry("reviews", id).dump();
    CHECK(shows(found, red ? "red" : "green"));
    CHECK_FALSE(shows(found, red ? "\"green\"" : "\"red\""));
  }
}

TEST_CASE("The public site has extracts of the minutes; the parties' site has the minutes") {
  CHECK_FALSE(shows(public_build().file(kMeeting64), "75 code fixes"));
  for (const auto& [path, text] : public_build().files) {
    INFO(path);
    CHECK_FALSE(shows(path, "minutes"));
    CHECK_FALSE(shows(text, "75 code fixes"));
  }
  TestRequest parties;
  parties.audience = "parties";
  const TestBuild build = committee_site().build(parties);
  INFO(build.diagnostics);
  REQUIRE(build.ok());
  CHECK(shows(build.file(kMeeting64), "75 code fixes"));
}

TEST_CASE("Home leads a first-time reader to the answers") {
  const std::string_view home = public_build().file("index.html");
  CHECK(shows(home, "href=\"/meetings/2021-01-25-opsg-41/#item-3-1\">RDP Incidents Report</a>"));
  CHECK(shows(home,
              "<p class=\"decision\">The <abbr title=\"Operations Group\">OPSG</abbr> noted "
              "the report.</p>"));

  CHECK(shows(home, "<a href=\"/parties/dcc/\">DCC</a>: 10 open, none overdue"));
  const std::string_view dcc = public_build().file("parties/dcc/index.html");
  CHECK(shows(dcc, "<dd><a href=\"/actions/owner/dcc/\">10</a></dd>"));
  CHECK(shows(dcc, "<dt>Without a target date</dt>\n<dd>10</dd>"));
  CHECK(shows(dcc, "<dd>Open for 364 days</dd>"));

  CHECK(shows(home, "<a href=\"/risks/risk-008/\">Risk 008</a>"));
  CHECK(shows(public_build().file("risks/risk-008/index.html"),
              "Reported once, at OPSG 64_2401: there is no earlier report to compare with."));
}

TEST_CASE("A notice stands on every meeting's page, so that it tells nothing of any one") {
  auto files = committee_files();
  files["site.toml"].replace(files["site.toml"].find("[policy]\n"), 9,
                             "[policy]\nwithheld_notice = \"Not all is published.\"\n");
  const TestBuild build = TestSite(files).build();
  REQUIRE(build.ok());
  for (const auto& [path, text] : build.files) {
    const bool meeting = path.starts_with("meetings/") && path.find("-opsg-") != path.npos;
    INFO(path);
    const bool policy = path == "data/passages.json";  // As a sentence of the policy.
    CHECK(shows(text, "Not all is published.") == (meeting || policy));
    CHECK_FALSE(shows(public_build().file(path), "Not all is published."));
  }
}

}  // namespace opsg::test
