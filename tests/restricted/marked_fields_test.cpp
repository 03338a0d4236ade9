#include <string>

#include "catch2.h"
#include "portion_probe.h"

namespace opsg::restricted {
namespace {

TEST_CASE("the fields of a marked action go with it, whatever their titles are", "[portions]") {
  for (const std::string field : {"Target", "Owner(s)", "Fällig", "Plan & budget", "**Owner**"}) {
    CAPTURE(field);
    PortionProbe probe("(AMBER) ACTION OPSG 64/09: The DCC to fly.\n\n- " + field + ": x\n\nb\n");
    CHECK(probe.codes().empty());
    CHECK(probe.cleared(kWhite) == "\n\nb\n");
  }
}

TEST_CASE("a list that may be the fields of what is marked is in doubt", "[portions]") {
  CHECK(
      PortionProbe("(AMBER) TASK OPSG 64/09: The DCC to fly.\n\n- Target: 4 May 2022\n")
          .findings() ==
      R"~(minutes.md:1:1: error[marking-partial-fields]: marked amber, but not the list behind it, which reads as its fields
    1 | (AMBER) TASK OPSG 64/09: The DCC to fly.
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | - Target: 4 May 2022
      | ^~~~~~~~~~~~~~~~~~~~
  help: write `ACTION` and every item as `Name: value`, mark each item too, or put a paragraph between them

)~");
  for (const std::string raised :
       {"`ACTION` OPSG 64/09: x.", "~~ACTION~~ OPSG 64/09: x.", "AC**TION** OPSG 64/09: x.",
        "A&#67;TION OPSG 64/09: x.", "&nbsp;ACTION OPSG 64/09: x.",
        "[ACTION](https://x.example) OPSG 64/09: x.", "![ACTION](x.png) OPSG 64/09: x."}) {
    CAPTURE(raised);
    CHECK(codes("(AMBER) " + raised + "\n\n- Target: x\n") == "marking-partial-fields 1:1\n");
  }
  for (const std::string field :
       {"Target\\: x", "Target&colon; x", "Target&#58; x", "`Target`: x", "~~Target~~: x",
        "Target\n  : x", "&nbsp;Target: x", "T&#97;rget: x", "[ ] Target: x",
        "[Target](https://x.example): x", "<!-- c -->\n\n  Target: x", "no field\n- Target: x"}) {
    CAPTURE(field);
    CHECK(codes("(AMBER) ACTION OPSG 64/09: x.\n\n- " + field + "\n") ==
          "marking-partial-fields 1:1\n");
  }
  CHECK(codes("(AMBER) ACTION OPSG 64/09: x.\n\n***\n\n- Target: x\n") ==
        "marking-partial-fields 1:1\n");
  CHECK(codes("> (AMBER) ACTION OPSG 64/09: x.\n\n- Target: x\n") ==
        "marking-partial-fields 1:3\n");
  CHECK(codes("[AMBER: ACTION OPSG 64/09: x.]\n\n- Target: x\n") == "marking-partial-fields 1:1\n");
}

TEST_CASE("a list that is none of the fields of what is marked", "[portions]") {
  for (const std::string text :
       {"(AMBER) The DCC told of it.\n\n- At 10:30 it rained.\n- See https://x.example\n",
        "(AMBER) TASK OPSG 64/09: x.\n\n- (AMBER) Target: x\n",
        "(AMBER) TASK OPSG 64/09: x.\n\nb\n\n- Target: x\n",
        "ACTION OPSG 64/09: [AMBER: the DCC to fly.]\n\n- Target: x\n"}) {
    CAPTURE(text);
    CHECK(codes(text).empty());
  }
}

TEST_CASE("a marked first paragraph behind another block is in doubt", "[portions]") {
  CHECK(
      PortionProbe("> ### Letter\n>\n> (AMBER) It may fail.\n>\n> It owes two.\n").findings() ==
      R"~(minutes.md:3:3: error[marking-not-first]: a marking at the first paragraph of a quote covers the quote, but another block stands before this one
    3 | > (AMBER) It may fail.
      |   ^~~~~~~
  help: begin the quote with the marked paragraph, or put the text before it outside

)~");
  for (const std::string first : {"- a", "```\n> code\n> ```", "> > b", "| a |\n> |---|"}) {
    CAPTURE(first);
    CHECK_THAT(codes("> " + first + "\n>\n> (AMBER) b\n>\n> c\n"),
               Catch::Matchers::Contains("marking-not-first"));
  }
  CHECK(codes("- ```\n  code\n  ```\n\n  (AMBER) one\n\n  two\n") == "marking-not-first 5:3\n");
  for (const std::string text :
       {"> a\n>\n> (AMBER) b\n>\n> c\n", "> ***\n>\n> (AMBER) b\n",
        "- > (AMBER) a\n\n  (AMBER) b\n", "> - (AMBER) a\n>\n> (AMBER) b\n",
        "> ### A\n>\n> a\n>\n> (AMBER) b\n"}) {
    CAPTURE(text);
    CHECK(codes(text).empty());
  }
}

TEST_CASE("a bracket that a marked block leaves open is in doubt", "[portions]") {
  CHECK(
      PortionProbe("(AMBER) [Post Meeting Note: It failed.\n\nIts name is x.]\n").findings() ==
      R"~(minutes.md:1:1: error[marking-lead-in]: marked amber, but a bracket that it opens is not closed in it
    1 | (AMBER) [Post Meeting Note: It failed.
      | ^~~~~~~
  note: minutes.md:3:1: this is not marked
    3 | Its name is x.]
      | ^~~~~~~~~~~~~~~
  help: close the bracket, or mark each paragraph that stands in it

)~");
  CHECK(codes("- (AMBER) [a\n\nb]\n") == "marking-lead-in 1:3\n");
  CHECK(codes("(AMBER) [a\n\n- b\n- c]\n") == "marking-lead-in 1:1\n");
  for (const std::string text :
       {"(AMBER) [a\n\n(AMBER) b]\n", "(AMBER) [a] b\n\nc\n", "(AMBER) a] b\n\nc\n",
        "(AMBER) [a\n\n## 2. b]\n", "(AMBER) [a\n"}) {
    CAPTURE(text);
    CHECK(codes(text).empty());
  }
}

TEST_CASE("a line without bars below a marked row is in doubt", "[portions]") {
  const std::string table = "| a | b |\n|---|---|\n| (AMBER) c | d |\n";
  CHECK(codes(table + "and e too\n") == "structure-touching-block 4:1\n");
  CHECK(codes(table + "| e | f |\n").empty());
  CHECK(codes(table + "e | f\n").empty());
}

}  // namespace
}  // namespace opsg::restricted
