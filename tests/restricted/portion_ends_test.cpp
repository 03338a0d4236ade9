#include "portion_ends.h"

#include <string>
#include <string_view>

#include "catch2.h"
#include "portion_probe.h"

namespace opsg::restricted {
namespace {

TEST_CASE("a block that touches a marked one is in doubt", "[portions]") {
  CHECK(
      PortionProbe("(AMBER) costs of\n- 5 m\n").findings() ==
      R"~(minutes.md:2:1: error[structure-touching-block]: this is no part of the marked block that it touches
    2 | - 5 m
      | ^~~~~
  note: minutes.md:1:1: the marking is here
    1 | (AMBER) costs of
      | ^~~~~~~
  help: put a blank line between them, or write it so that it is part of the block

)~");
  for (const std::string text :
       {"(AMBER) It failed.\n<!-- check -->\nb", "(AMBER) a\n+ b", "(AMBER) a\n1. b",
        "(AMBER) a\n> b", "(AMBER) a\n# b", "(AMBER) a\n***\nb", "(AMBER) a\n```\nb\n```",
        "> (AMBER) a\n<!-- c -->\n> b", "- (AMBER) a\n<!-- c -->\n  b", "- (AMBER) a\n# b",
        "- (AMBER) a\n  - b\n# c", "| (AMBER) a |\n|---|\n<!-- c -->\n| b |",
        "- a\n\n  (AMBER) b\n  > c", "(AMBER) ACTION OPSG 41/02: b\n\n- Owner: DCC\n# c"}) {
    CAPTURE(text);
    CHECK_THAT(codes(text), Catch::Matchers::Contains("structure-touching-block"));
  }
}

TEST_CASE("what is indented like a part of a marked block is in doubt", "[portions]") {
  CHECK(
      PortionProbe("1. (AMBER) one\n\n  two\n").findings() ==
      R"~(minutes.md:3:3: error[structure-indent]: this is indented like a part of the marked block above, and is none
    3 |   two
      |   ^~~
  note: minutes.md:1:4: the marking is here
    1 | 1. (AMBER) one
      |    ^~~~~~~
  help: indent it as far as the text of the block, or not at all

)~");
  for (const std::string text :
       {"-   (AMBER) one\n\n  two", "- (AMBER) one\n\n two", "(AMBER) one\n\n  two",
        "(AMBER) one\n\n    code", "> (AMBER) one\n\n  two", "1. (AMBER) one\n\n  - two",
        "> 1. (AMBER) one\n>\n>   two", "- a\n  1. (AMBER) b\n\n   c"}) {
    CAPTURE(text);
    CHECK_THAT(codes(text), Catch::Matchers::Contains("structure-indent"));
  }
}

TEST_CASE("a marked block ends where anybody would say so", "[portions]") {
  for (const std::string text :
       {"(AMBER) a\n\nb", "(AMBER) a\n\n- b", "(AMBER) a\nb\n\nc", "- (AMBER) a\n- b",
        "- (AMBER) a\n\n- b", "- a\n  - (AMBER) b\n- c", "- a\n\n  - (AMBER) b\n\n  c",
        "- (AMBER) a\n\n  b\n\nc", "- a\n\n  (AMBER) b\n\n  c", "> (AMBER) a\n\nb",
        "> (AMBER) a\n>\n> b", "## 1. A (AMBER)\n## 2. B", "(AMBER) a\n- (AMBER) b",
        "- (AMBER) a\n## 2. B (AMBER)", "| a |\n|---|\n| (AMBER) b |\n| c |",
        "(AMBER) ACTION OPSG 41/02: b\n- Owner: DCC", "a [AMBER: b]\n# c", "(AMBER) a"}) {
    CAPTURE(text);
    CHECK(codes(text).empty());
  }
}

}  // namespace
}  // namespace opsg::restricted
