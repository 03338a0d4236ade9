#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

bool is_disputed(std::string_view level, std::string_view body) {
  const std::string found = findings(level, body);
  CHECK((found.empty() || found.find("error[label-column]") != std::string::npos));
  return !found.empty();
}

std::string table(std::string_view heading, std::string_view cell) {
  return "| Risk | " + std::string(heading) +
         " | Note |\n|---|---|---|\n| a | White | x |\n| b | " + std::string(cell) + " | x |\n";
}

TEST_CASE("A column that labels rows one by one agrees with what the rows are") {
  const std::string found = findings("white", table("Classification", "Amber"));
  CHECK(found.substr(found.find(": error")) ==
        R"(: error[label-column]: this row is white, but its column `Classification` says amber
    9 | | b | Amber | x |
      |       ^~~~~
  help: mark the row at its first cell, or give the column another name

)");
  for (const char* heading : {"**Marking**", "Label", "Handling", "TLP", "Security classification",
                              "Classification level"}) {
    INFO(heading);
    CHECK(is_disputed("white", table(heading, "AMBER")));
    CHECK_FALSE(is_disputed("white", table(heading, "white")));
  }
  CHECK(is_disputed("white", table("Classification", "AMBER until May")));
  CHECK(is_disputed("white", table("Classification", "**Amber**")));
  CHECK(is_disputed("white", table("Sensitivity", "CONFIDENTIAL")));
  CHECK(findings("white", table("Sensitivity", "SECRET")).find("`Sensitivity` says SECRET") !=
        std::string::npos);
  CHECK(is_disputed("white", "> - x\n>\n>   | A | TLP |\n>   |---|---|\n>   | x | AMBER |\n"));
}

TEST_CASE("A marked row has the level of its marking") {
  CHECK_FALSE(is_disputed("white", "| A | Classification |\n|---|---|\n| (AMBER) x | Amber |\n"));
  CHECK(is_disputed("white", "| A | Classification |\n|---|---|\n| (AMBER) x | Red |\n"));
}

TEST_CASE("Other columns may hold the names of levels") {
  CHECK_FALSE(is_disputed("white", table("Status", "AMBER")));
  CHECK_FALSE(is_disputed("white", table("Classification of the paper", "AMBER")));
  CHECK_FALSE(is_disputed("white", table("Handling", "Red flag raised")));
  CHECK_FALSE(is_disputed("white", table("Label", "") + "\nThe label.\n\n" + table("RAG", "RED")));
  CHECK_FALSE(is_disputed("white", "| Amber | Label |\n|---|---|\n| RED | x |\n"));
}

TEST_CASE("A document whose column contradicts it is not cleared") {
  TestSite site({{"content/pages/about.md", document("white", table("Label", "Amber"))}});
  CHECK(site.clear("full").documents.empty());
}

}  // namespace
}  // namespace opsg::restricted::testing
