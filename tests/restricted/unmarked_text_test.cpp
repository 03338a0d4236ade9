#include "unmarked_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "block_text.h"
#include "catch2.h"
#include "marking_mention.h"
#include "marking_scanner.h"
#include "marking_words.h"
#include "policy_fixture.h"
#include "single_slip.h"
#include "structure_rules.h"
#include "text.h"

namespace opsg::restricted {
namespace {

bool is_plain(std::string_view text) {
  return is_plainly_unmarked(text, test_level_names());
}

bool scan_finds_any(std::string_view text, TextPlace place, const std::vector<InlineAtom>& atoms) {
  const ScannedText found = scan_markings(text, place, atoms, test_level_names());
  return !found.markings.empty() || !found.near_misses.empty();
}

/// Whether any block holds a marking or a near-miss, or what could hide one.
bool blocks_hold_any(std::string_view text) {
  const BlockTree tree(text);
  Diagnostics hiding;
  check_hiding_structure(tree, {SourcePath("minutes.md"), text, 1}, hiding);
  const std::vector<InlineText> texts = inline_texts(tree);
  return !hiding.empty() || std::any_of(texts.begin(), texts.end(), [](const InlineText& each) {
    return scan_finds_any(each.text(), each.place(), {}) ||
           scan_finds_any(each.text(), each.place(), find_inline_atoms(each.text()));
  });
}

constexpr std::array<std::string_view, 136> kParts = {
    "AMBER",      "amber",      "Amber",       "RED",
    "red",        "TLP:RED",    "tlp:clear",   "white",
    "WHITE",      "GREEN",      "green",       "AMBR",
    "AMBRE",      "amberr",     "GREEK",       "GREN",
    "CLEAN",      "WHIE",       "A*MB*ER",     "AM-ER",
    "\u0410MBER", "&#65;MBER",  "a\u0301mber", "AM\u00ADBER",
    "(",          ")",          "[",           "]",
    "{",          "}",          "\\(",         "\\)",
    "\\[",        "\\",         "&lpar;",      "\uFF08",
    "\uFF09",     "(DCC)",      "(SECAS/",     "(DCC, ",
    "; ",         " and ",      "/",           "&amp;",
    "&",          ":",          ": ",          " - ",
    "-",          "\u2014",     ".",           ". ",
    "!",          ", ",         "*",           "**",
    "_",          "~",          "\n",          "\n",
    "\n\n",       "\n\n",       "\r\n",        " ",
    " ",          "  ",         "    ",        "\t",
    "- ",         "1. ",        "2) ",         "6.",
    "3.1 ",       "> ",         "# ",          "## ",
    " ##",        "---",        "===",         "| ",
    " |",         "|---|---|",  "|-|",         "`",
    "```",        "~~~",        "<!--",        "-->",
    "<b>",        "[a]: /b",    "word",        "Word",
    "7",          "\u00E9",     "\u00A0",      "&NewLine;",
    "TLP",        "TPL",        "T.L.P.",      "A.M.B.E.R.",
    "AM",         "BER",        "\\\n",        "](",
    "][",         "[ ] ",       "a) ",         "iv. ",
    "\u2192",     "\U0001F534", "ONLY",        "End of ",
    "BEGIN ",     " section",   "+STRICT",     "=",
    "\"",         "\u00AB",     "\u00BB",      "\u201C",
    "\u27E8",     "\u27E9",     " The ",       "A M B E R",
    "R-E-D",      " items",     "SECRET",      "IN CONFIDENCE",
    "[^1]: ",     "[^note]: ",  " paragraph",  "\u2022 ",
    " > ",        "(this is ",  "(Marked ",    " text"};

std::string random_parts(std::mt19937& random) {
  std::string text;
  for (std::size_t length = random() % 12; length > 0; --length) {
    text += kParts[random() % kParts.size()];
  }
  return text;
}

}  // namespace

TEST_CASE("prose, even about levels, is plainly unmarked", "[unmarked]") {
  CHECK(is_plain(""));
  CHECK(is_plain("## 2. Update (DCC)\n\nThe status is green.\n\n- Status: Red\n- Owner: DCC\n"));
  CHECK(is_plain("The amber status\nwas RED due to (RDP) delays, and the white one."));
  CHECK(is_plain("| Criterion | Status |\n|---|---|\n| LSC 5 | Green |\n"));
}

TEST_CASE("what could be a marking or hide one is not plainly unmarked", "[unmarked]") {
  for (const char* text : {"(AMBER) x",
                           "x (amber)",
                           "[AMBER: x]",
                           "AMBER: x",
                           "- AMBR: x",
                           "x\n\nRED\n",
                           "x tlp:red y",
                           "(DCC, amber)",
                           "(DCC\n    / amber)",
                           "| a |\n|---|\n| b | AMBR: x |",
                           "(\\AMBER)",
                           "<!-- -->",
                           "```\n```",
                           "~~~\n~~~",
                           "`x`",
                           "(\u200BAMBER)",
                           "> (\n> **AMBER**)",
                           "1. 6.1 AMBR: x",
                           "[^note]: AMBR: x",
                           "[^note]: TLP GREEN x"}) {
    CAPTURE(text);
    CHECK_FALSE(is_plain(text));
  }
}

TEST_CASE("no word that makes a marking of a level's name before it is passed over", "[unmarked]") {
  int words = 0;
  any_marking_word([&](std::string_view word) {
    const std::string text = fmt::format("AMBER {}: The supplier failed", word);
    CAPTURE(text);
    CHECK_FALSE(is_plain(text));
    CHECK(mentions_marking(text, test_level_names()));
    ++words;
    return false;
  });
  CHECK(words > 20);
}

TEST_CASE("in what is plainly unmarked, no reading finds anything", "[unmarked]") {
  constexpr std::array kPlaces = {TextPlace::paragraph, TextPlace::heading, TextPlace::first_cell,
                                  TextPlace::cell, TextPlace::elsewhere};
  std::mt19937 random(11);
  int plain = 0;
  for (int i = 0; i < 60'000; ++i) {
    const std::string text = random_parts(random);
    if (!is_plain(text)) continue;
    ++plain;
    if (blocks_hold_any(text)) FAIL(text);
    const bool holds_blank_line =
        text.find("\n\n") != std::string::npos || text.find("\n\r\n") != std::string::npos;
    if (holds_blank_line) continue;
    for (const TextPlace place : kPlaces) {
      if (scan_finds_any(text, place, {})) FAIL(text);
    }
  }
  CHECK(plain > 10'000);
}

TEST_CASE("names with markup in them are never plainly absent", "[unmarked]") {
  Policy policy = test_policy();
  policy.levels.back().other_names.emplace_back("TLP(RED)");
  CHECK_FALSE(is_plainly_unmarked("x", LevelNames(policy, {})));
}

TEST_CASE("a single slip is a distance of at most 1", "[unmarked]") {
  std::mt19937 random(3);
  const auto word = [&] {
    std::u32string text;
    for (std::size_t length = random() % 6; length > 0; --length) text += U"abc"[random() % 3];
    return text;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::u32string a = word();
    const std::u32string b = word();
    const auto equal = [&](std::size_t j, std::size_t k) { return a[j] == b[k]; };
    const bool near = edit_distance(a, b) <= 1;
    if (is_single_slip(a.size(), b.size(), equal) != near) FAIL(i);
  }
}

}  // namespace opsg::restricted
