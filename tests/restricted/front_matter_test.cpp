#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

std::string diagnostics_of(std::string_view page) {
  TestSite site({{"content/pages/about.md", std::string(page)}});
  return site.diagnostics();
}

TEST_CASE("A document begins with front matter") {
  const std::string expected = R"(
  help: begin it with a `+++` line, `classification = "..."` and a `+++` line

)";
  CHECK(diagnostics_of("# About\n") ==
        "content/pages/about.md:1:1: error[front-matter-missing]: the document does not begin with "
        "front matter\n    1 | # About\n      | ^" +
            expected);
  CHECK(diagnostics_of("\n+++\nclassification = \"white\"\n+++\n") ==
        "content/pages/about.md:1:1: error[front-matter-missing]: the document does not begin with "
        "front matter\n    1 | \n      | ^" +
            expected);
  CHECK(diagnostics_of("") ==
        "content/pages/about.md:1:1: error[front-matter-missing]: the document does not begin with "
        "front matter" +
            expected);
}

TEST_CASE("Front matter has an end") {
  CHECK(diagnostics_of("+++\nclassification = \"white\"\n") ==
        R"(content/pages/about.md:1:1: error[front-matter-unclosed]: the front matter has no end
    1 | +++
      | ^~~
  help: write a `+++` line after it

)");
}

TEST_CASE("Broken TOML is reported where it stands in the file") {
  CHECK(diagnostics_of("+++\nclassification = \n+++\n").starts_with("content/pages/about.md:2:"));
}

TEST_CASE("A byte order mark, CRLF and spaces behind the fences are accepted") {
  TestSite site({{"content/pages/about.md",
                  "\xEF\xBB\xBF+++ \r\nclassification = \"white\"\r\n+++\t\r\nText.\r\n"}});
  CHECK(site.diagnostics() == "");
  const ClearedSources cleared = site.clear();
  REQUIRE(cleared.documents.size() == 1);
  REQUIRE(cleared.documents[0]->fragments.size() == 1);
  CHECK(cleared.documents[0]->fragments[0].original_line(1) == 4);
}

TEST_CASE("Keys that no document has are errors") {
  CHECK(
      diagnostics_of("+++\nclassification = \"white\"\nhandlin = \"x\"\nreissued = true\n+++\n") ==
      R"(content/pages/about.md:3:1: error[unknown-key]: unknown key `handlin`
    3 | handlin = "x"
      | ^~~~~~~
  help: did you mean `handling`?

content/pages/about.md:4:1: error[unknown-key]: unknown key `reissued`
    4 | reissued = true
      | ^~~~~~~~
  help: the keys here are classification, status, handling, embargo, title

)");
}

TEST_CASE("Values of front matter have their types") {
  CHECK(diagnostics_of("+++\nclassification = \"white\"\ntitle = 3\nembargo = 2021-02-01\n+++\n") ==
        R"(content/pages/about.md:3:9: error[wrong-type]: `title` is an integer, not a string
    3 | title = 3
      |         ^
  help: write a string

content/pages/about.md:4:11: error[wrong-type]: `embargo` is a date, not a date and time like 2021-02-01T09:00:00
    4 | embargo = 2021-02-01
      |           ^~~~~~~~~~
  help: write a date and time like 2021-02-01T09:00:00

)");
}

TEST_CASE("The label is not handed on in the front matter") {
  TestSite site(
      {{"content/pages/about.md", "+++\nclassification = \"white\"\ntitle = \"About\"\n+++\n"}});
  CHECK(site.clear().documents[0]->level == "white");
  CHECK_FALSE(site.clear().documents[0]->front_matter.contains("classification"));
  CHECK(site.clear().documents[0]->front_matter.contains("title"));
}

}  // namespace
}  // namespace opsg::restricted::testing
