#include "marking_scanner.h"

#include <fmt/format.h>

#include <string>

#include "catch2.h"
#include "look_alike.h"
#include "marking_mention.h"
#include "policy_fixture.h"

namespace opsg::restricted {
namespace {

/// "2[0,8)" for each marking, "2[3,9)..11" for spans, "?[2,5)" for near-misses.
std::string scan(std::string_view text, TextPlace place) {
  const ScannedText found = scan_markings(text, place, find_inline_atoms(text), test_level_names());
  std::string out;
  for (const Marking& marking : found.markings) {
    out += fmt::format("{}[{},{})", marking.level.rank, marking.begin, marking.end);
    if (marking.form == MarkingForm::span) out += fmt::format("..{}", marking.close);
    out += ' ';
  }
  for (const NearMiss& miss : found.near_misses)
    out += fmt::format("?[{},{}) ", miss.begin, miss.end);
  return out;
}

}  // namespace

TEST_CASE("a marking is recognised only where it can stand", "[scanner]") {
  CHECK(scan("(AMBER) x", TextPlace::paragraph) == "2[0,8) ");
  CHECK(scan("(TLP:RED)   x", TextPlace::paragraph) == "3[0,12) ");
  CHECK(scan("(AMBER) x", TextPlace::first_cell) == "2[0,8) ");
  CHECK(scan("(AMBER) ", TextPlace::first_cell) == "2[0,8) ");
  CHECK(scan("(AMBER) ", TextPlace::paragraph) == "?[0,7) ");
  CHECK(scan("(AMBER) x", TextPlace::cell) == "?[0,7) ");
  CHECK(scan("(AMBER) x", TextPlace::heading) == "?[0,7) ");
  CHECK(scan("x (AMBER)", TextPlace::heading) == "2[1,9) ");
  CHECK(scan("x (AMBER)", TextPlace::paragraph) == "?[2,9) ");
  CHECK(scan("x(AMBER)", TextPlace::heading) == "?[1,8) ");
  CHECK(scan("(AMBER) x", TextPlace::elsewhere) == "?[0,7) ");
}

TEST_CASE("spans are found by balanced brackets outside code", "[scanner]") {
  CHECK(scan("a [AMBER: b] c", TextPlace::cell) == "2[2,10)..11 ");
  CHECK(scan("[RED: [a] (b) \\] `]` c]", TextPlace::paragraph) == "3[0,6)..22 ");
  CHECK(scan("[AMBER: a [RED: b]]", TextPlace::heading) == "2[0,8)..18 3[10,16)..17 ");
  CHECK(scan("[AMBER:\na]", TextPlace::paragraph) == "2[0,8)..9 ");
  CHECK(scan("[AMBER: a", TextPlace::paragraph) == "?[0,7) ");
  CHECK(scan("[AMBER: a `]`", TextPlace::paragraph) == "?[0,7) ");
}

TEST_CASE("code spans are those of CommonMark", "[scanner]") {
  CHECK(scan("`(RED)` ``(RED) ` x``", TextPlace::paragraph).empty());
  CHECK(scan("` (RED)", TextPlace::paragraph) == "?[2,7) ");
  CHECK(scan("`` (RED) `", TextPlace::paragraph) == "?[3,8) ");
  CHECK(scan("\\`(RED)`", TextPlace::paragraph) == "?[2,7) ");
  CHECK(scan("\\\\`(RED)`", TextPlace::paragraph).empty());
}

TEST_CASE("short names have no misspellings, known words are none", "[scanner]") {
  CHECK(scan("(REDS) (RAD) (RE) (GREEK)", TextPlace::paragraph).empty());
  CHECK(scan("(GREER)", TextPlace::paragraph) == "?[0,7) ");
  CHECK(scan("(WHITE-HALL)", TextPlace::paragraph) == "?[0,6) ");
  CHECK(scan("(WHITEHALL)", TextPlace::paragraph).empty());
}

TEST_CASE("letters of other scripts look like ASCII ones", "[scanner]") {
  CHECK(look_alike_of(U'\u0410') == U'A');
  CHECK(look_alike_of(U'\u03A1') == U'P');
  CHECK(look_alike_of(U'\uFF21') == U'A');
  CHECK(look_alike_of(U'\uFF08') == U'(');
  CHECK(look_alike_of(U'\U0001D400') == U'A');
  CHECK(look_alike_of(U'\U0001D5BA') == U'a');
  CHECK(look_alike_of(U'\u24B7') == U'B');
  CHECK(look_alike_of(U'\u00A0') == U' ');
  CHECK(look_alike_of(U'\u2013') == U'-');
  CHECK(look_alike_of(U'\u2133') == U'M');
  CHECK(look_alike_of(U'\u1D2C') == U'A');
  CHECK(look_alike_of(U'\U0001F110') == U'A');
  CHECK(look_alike_of(U'\u249C') == U'a');
  CHECK(look_alike_of(U'\u00C9') == U'E');
  CHECK(look_alike_of(U'\u00E9') == U'e');
  CHECK(look_alike_of(U'\u0139') == U'L');
  CHECK(look_alike_of(U'\u013A') == U'l');
  CHECK(look_alike_of(U'\u0178') == U'Y');
  CHECK(look_alike_of(U'\u27E8') == U'(');
  CHECK(look_alike_of(U'\u300D') == U']');
  CHECK(look_alike_of(U'x') == U'x');
  CHECK(look_alike_of(U'\n') == U'\n');
  CHECK(look_alike_of(U'\u4E00') == U'\u4E00');
  CHECK(is_unseen(U'\u200B'));
  CHECK(is_unseen(U'\0'));
  CHECK_FALSE(is_unseen(U'\n'));
  CHECK_FALSE(is_unseen(U'\t'));
}

TEST_CASE("what no block can hold is not looked for", "[scanner]") {
  CHECK_FALSE(
      mentions_marking("The amber status was RED due to (RDP) delays.", test_level_names()));
  CHECK(mentions_marking("x (AMBER)", test_level_names()));
  CHECK(mentions_marking("> (\n> **AMBER**)", test_level_names()));
  CHECK(mentions_marking("AMBER\n- x", test_level_names()));
  CHECK(mentions_marking("`[AMBR: x]`", test_level_names()));
}

}  // namespace opsg::restricted
