#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

std::string page(std::string_view front_matter) {
  return "+++\n" + std::string(front_matter) + "\n+++\n\nText.\n";
}

std::string diagnostics_of_page(std::string_view front_matter) {
  TestSite site({{"content/pages/about.md", page(front_matter)}});
  return site.diagnostics();
}

TEST_CASE("A label is required") {
  CHECK(diagnostics_of_page("title = \"About\"") ==
        R"(content/pages/about.md:1:1: error[label-missing]: there is no classification
    1 | +++
      | ^~~
  help: add `classification = "..."`: white, green, amber, red

)");
}

TEST_CASE("A label is not empty") {
  CHECK(diagnostics_of_page("classification = \" \"") ==
        R"(content/pages/about.md:2:18: error[label-empty]: the label is empty
    2 | classification = " "
      |                  ^~~
  help: the levels are white, green, amber, red

)");
}

TEST_CASE("A misspelt label is an error that names the level that was meant") {
  CHECK(diagnostics_of_page("classification = \"whit\"") ==
        R"(content/pages/about.md:2:18: error[label-unknown]: `whit` is no level of the policy
    2 | classification = "whit"
      |                  ^~~~~~
  help: did you mean `white`? the levels are white, green, amber, red

)");
}

TEST_CASE("A label with look-alike letters of another script is an error that says so") {
  CHECK(
      diagnostics_of_page("classification = \"gr\xD0\xB5\xD0\xB5n\"") ==
      "content/pages/about.md:2:18: error[label-unknown]: `gr\xD0\xB5\xD0\xB5n` is no level of the "
      "policy\n    2 | classification = \"gr\xD0\xB5\xD0\xB5n\"\n"
      R"(      |                  ^~~~~~~
  help: it looks like `green`, but has letters of another script; the levels are white, green, amber, red

)");
}

TEST_CASE("A label that is no string is an error") {
  CHECK(diagnostics_of_page("classification = [\"white\"]") ==
        R"(content/pages/about.md:2:18: error[label-type]: a label is a string, not an array
    2 | classification = ["white"]
      |                  ^~~~~~~~~
  help: write one level's name in quotes: white, green, amber, red

)");
}

TEST_CASE("A misspelt key is no label") {
  CHECK(diagnostics_of_page("Classification = \"white\"") ==
        R"(content/pages/about.md:1:1: error[label-missing]: there is no classification
    1 | +++
      | ^~~
  help: add `classification = "..."`: white, green, amber, red

content/pages/about.md:2:1: error[unknown-key]: unknown key `Classification`
    2 | Classification = "white"
      | ^~~~~~~~~~~~~~
  help: did you mean `classification`?

)");
}

TEST_CASE("Other names of a level mean it, ignoring case") {
  for (const char* name : {"white", "WHITE", "TLP:CLEAR", "tlp:clear", "clear", " White "}) {
    TestSite site(
        {{"content/pages/about.md", page("classification = \"" + std::string(name) + "\"")}});
    CHECK(site.diagnostics() == "");
    CHECK(site.clear().documents.size() == 1);
  }
}

}  // namespace
}  // namespace opsg::restricted::testing
