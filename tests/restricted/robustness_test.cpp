#include <ctime>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "catch2.h"
#include "markdown_outline.h"
#include "portion_probe.h"

namespace opsg::restricted {
namespace {

// What documents are made of, and what breaks them.
constexpr std::string_view kPieces[] = {
    "(AMBER) ",
    "(RED)",
    " (AMBER)",
    "[AMBER: ",
    "[RED: ",
    "]",
    "(WHITE) ",
    "(amber)",
    "a",
    "b c",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "  ",
    "    ",
    "\t",
    "```\n",
    "`",
    "``",
    "*",
    "**",
    "_",
    "| a |\n",
    "|---|",
    "|",
    "\\",
    "\\[",
    "&#40;",
    "[x]: /u",
    "[x]",
    "(/u)",
    "<!--",
    "-->",
    "<div>",
    "---\n",
    "***\n",
    "===\n",
    ":",
    "ACTION ",
    "Owner: x",
    "\r\n",
    "\xD0\x90",
    "\xE2\x80\x8B",
    "\xFF",
    "https://a.example/",
    "~~",
    "!",
    "+ ",
    "10) ",
    "-\n",
};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t count = 1 + random() % 40; count > 0; --count) {
    text += kPieces[random() % std::size(kPieces)];
  }
  return text;
}

void check_any_text(const std::string& text, Level label) {
  PortionProbe probe(text, label);
  for (const Level clearance : {kWhite, kAmber, kRed}) {
    if (!probe.clearing_findings(clearance).empty()) continue;
    for (const Fragment& fragment : probe.fragments(clearance)) {
      PortionProbe again(fragment.text);
      CAPTURE(clearance.rank, fragment.text);
      CHECK(again.map().portions.size() == 1);
    }
  }
}

std::string repeated(std::string_view piece, std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += piece;
  return text;
}

}  // namespace

TEST_CASE("of any text either something is reported or no marking is left", "[portions]") {
  std::mt19937 random(20210125);
  for (int i = 0; i < 4000; ++i) {
    const std::string text = random_text(random);
    CAPTURE(i, text);
    check_any_text(text, i % 2 == 0 ? kWhite : kGreen);
  }
}

TEST_CASE("hostile texts take neither the stack nor the day", "[portions]") {
  constexpr std::size_t kMany = 10000;
  const std::string texts[] = {
      "(AMBER) a\n\n" + repeated("> ", kMany) + "b",
      "(AMBER) a\n\n" + repeated("- ", kMany) + "b",
      repeated("[AMBER: ", kMany) + repeated("]", kMany),
      repeated("[AMBER: ", kMany),
      repeated("(", kMany) + "AMBER" + repeated(")", kMany),
      repeated("(AMBER", kMany),
      repeated("[AMBER: a] ", kMany),
      "(AMBER) " + repeated("`", kMany) + repeated("a`b``", kMany),
      "(AMBER) " + repeated("*a _b ", kMany),
      "(AMBER) a\n\n" + repeated("&lpar;", kMany),
      repeated("(AMBER) a\n\n", kMany),
      repeated("- (AMBER) a\n", kMany),
      repeated("## a (AMBER)\n", kMany),
      "| (AMBER) a |\n|---|\n" + repeated("| (AMBER) b |\n", kMany),
      "(AMBER) a\n\n" + repeated("[x]: /u\n", kMany),
      "(AMBER) a\n\n[x]: " + repeated("a\n", kMany),
  };
  for (const std::string& text : texts) {
    INFO(text.substr(0, 40));
    const std::clock_t begin = std::clock();  // of the processor: others may be at work as well
    PortionProbe probe(text);
    probe.fragments(kWhite);
    CHECK((std::clock() - begin) / CLOCKS_PER_SEC < 10);
  }
}

}  // namespace opsg::restricted
