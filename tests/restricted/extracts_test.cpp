#include <string>
#include <vector>

#include "catch2.h"
#include "portion_probe.h"

namespace opsg::restricted {
namespace {

/// The extracts that a green document has for the public.
std::vector<std::string> extracts(const std::string& text) {
  PortionProbe probe(text, kGreen);
  CHECK(probe.findings() == "");
  CHECK(probe.clearing_findings(kWhite) == "");
  std::vector<std::string> texts;
  for (const Fragment& fragment : probe.fragments(kWhite)) texts.push_back(fragment.text);
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a portion below a withheld document's label is an extract", "[portions]") {
  CHECK(extracts("a\n\n(WHITE) b\nc\n\nd\n") == Texts{"b\nc\n"});
  CHECK(extracts("## 1\n\na\n\n## 2 (WHITE)\n\nb\n\n## 3\n") == Texts{"## 2\n\nb\n\n"});
  CHECK(extracts("> a\n\n> (WHITE) b\n>\n> c\n") == Texts{"> b\n>\n> c\n"});
  CHECK(extracts("| (WHITE) a |\n|---|\n| b |\n") == Texts{"| a |\n|---|\n| b |\n"});
  CHECK(extracts("a\n\nb\n").empty());
}

TEST_CASE("every extract is a fragment of its own", "[portions]") {
  CHECK(extracts("- (WHITE) a\n- b\n- (WHITE) c\n\n(WHITE) d\n") == Texts{"- a\n", "- c\n", "d\n"});
}

TEST_CASE("an ACTION's extract takes its fields along", "[portions]") {
  CHECK(extracts("a\n\n(WHITE) ACTION OPSG 41/02: b\n\n- Owner: DCC\n- Target: TBC\n\nc\n") ==
        Texts{"ACTION OPSG 41/02: b\n\n- Owner: DCC\n- Target: TBC\n"});
}

TEST_CASE("an extract stands without what is around it", "[portions]") {
  CHECK(extracts("- a\n\n  - b\n  - (WHITE) c\n\n    d\n  - e\n") == Texts{"- c\n\n  d\n"});
  CHECK(extracts("> - a\n>\n>   (WHITE) b\n>   c\n") == Texts{"b\nc\n"});
  CHECK(extracts("1. - (WHITE) a\n     b\n") == Texts{"- a\n  b\n"});
  CHECK(extracts("-\ta\n\n\t(WHITE) b\n\n\tc\n\n\t\tcode\n") == Texts{"b\n"});
  CHECK(extracts("- a\n\n  > (WHITE) b\nlazy\n") == Texts{"> b\nlazy\n"});
}

TEST_CASE("an item's number says nothing of the items before it", "[portions]") {
  CHECK(extracts("7. a\n8. (WHITE) b\n9. (WHITE) c\n10. (WHITE) d\n") ==
        Texts{"1. b\n", "1. c\n", "01. d\n"});
}

TEST_CASE("what is higher inside an extract is withheld", "[portions]") {
  CHECK(extracts("## 1 (WHITE)\n\na [GREEN: b]\n\n(AMBER) c\n\n- (WHITE) d\n- (RED) e\n") ==
        Texts{"## 1\n\na \\[redacted\\]\n\n\n\n- d\n"});
  CHECK(extracts("- a\n  - (WHITE) b\n\n    (GREEN) c\n\n    d\n") == Texts{"- b\n\n\n\n  d\n"});
}

TEST_CASE("a higher extract is not published", "[portions]") {
  PortionProbe probe("(GREEN) a\n\n(WHITE) b\n", kRed);
  CHECK(probe.cleared(kWhite) == "b\n");
  CHECK(probe.fragments(kGreen).size() == 2);
  CHECK(probe.cleared(kRed) == "a\n\nb\n");
}

TEST_CASE("an extract's lines know where they came from", "[portions]") {
  PortionProbe probe("a\n\n- b\n- (WHITE) c\n  d\n", kGreen);
  CHECK(probe.fragments(kWhite).at(0).original_lines == std::vector<std::uint32_t>{4, 5});
}

TEST_CASE("an extract's text is the same whatever is around it", "[portions]") {
  const Texts alone = extracts("(WHITE) a\n");
  CHECK(extracts("## 1 (AMBER)\n\nb\n\n## 2\n\n(WHITE) a\n\n- c\n") == alone);
  CHECK(extracts("> b\n>\n> (WHITE) a\n") == alone);
}

}  // namespace opsg::restricted
