#include <string>

#include "build_difference.h"
#include "catch2.h"
#include "test_site.h"

namespace opsg::test {
namespace {

TestBuild site_of(const std::string& minutes) {
  return TestSite{{"content/meetings/m1/minutes.md",
                   "+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n\n" + minutes}}
      .build();
}

TEST_CASE("No number of a list tells that one of its items is withheld") {
  for (const auto& [marked, shown] : std::initializer_list<std::pair<const char*, const char*>>{
           {"1. (AMBER) Kept.\n2. Shown.\n", "1. Shown.\n"},
           {"1. (AMBER) Kept.\n\nText.\n\n2. Shown.\n3. Also.\n", "Text.\n\n1. Shown.\n2. Also.\n"},
           {"1. One.\n\nText.\n\n2. (AMBER) Kept.\n\n(AMBER) More.\n\nAnd:\n\n3. Shown.\n",
            "1. One.\n\nText.\n\nAnd:\n\n2. Shown.\n"}}) {
    CAPTURE(marked);
    const TestBuild without = site_of(shown);
    const TestBuild with = site_of(marked);
    REQUIRE(with.diagnostics == "");
    CHECK(difference_in_files(without, with) == "");
  }
}

}  // namespace
}  // namespace opsg::test
