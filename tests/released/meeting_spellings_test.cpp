#include "meeting_spellings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <re2/re2.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.h"

namespace opsg::released {
namespace {

std::string found_in(const MeetingSpellings& spellings, const std::string& text,
                     std::size_t from = 0) {
  const auto found = spellings.find(text, from);
  return found ? fmt::format("{} {}", found->begin,
                             text.substr(found->begin, found->end - found->begin))
               : "none";
}

TEST_CASE("a meeting is found by its longest spelling") {
  const MeetingSpellings spellings({{"OPSG 41", "41"}, {"OPSG 41x", "41x"}, {"OPSG_41", "41"}});
  CHECK(found_in(spellings, "at OPSG 41.") == "3 OPSG 41");
  CHECK(found_in(spellings, "at OPSG 41x.") == "3 OPSG 41x");
  CHECK(found_in(spellings, "at OPSG 412 and XOPSG 41") == "none");
  CHECK(found_in(spellings, "OPSG 41, OPSG_41", 1) == "9 OPSG_41");
  CHECK(*spellings.find_code("OPSG 41x") == "41x");
  CHECK(spellings.find_code("OPSG 42") == nullptr);
  CHECK(found_in(MeetingSpellings(), "OPSG 41") == "none");
}

/// One pattern for all of them, as RE2 reads it.
std::string found_by_pattern(const std::map<std::string, std::string>& codes,
                             const std::string& text, std::size_t from) {
  std::vector<std::string> quoted;
  for (const auto& [spelling, code] : codes) quoted.push_back(RE2::QuoteMeta(spelling));
  RE2::Options options;
  options.set_longest_match(true);
  const RE2 pattern(fmt::format("\\b(?:{})\\b", fmt::join(quoted, "|")), options);
  re2::StringPiece match;
  if (!pattern.Match(text, from, text.size(), RE2::UNANCHORED, &match, 1)) return "none";
  return fmt::format("{} {}", match.data() - text.data(), match.as_string());
}

TEST_CASE("spellings are found as one pattern of them all would find them") {
  const std::map<std::string, std::string> codes = {
      {"A", "1"},  {"A 1", "2"}, {"A 1 A", "3"}, {"A1", "4"}, {"#1", "5"},
      {"1#", "6"}, {"é", "7"},   {"A é", "8"},   {"_A", "9"}, {"A.1", "10"}};
  const MeetingSpellings spellings(codes);
  constexpr std::array<std::string_view, 9> kPieces = {"A", "1", " ", "#", "é",
                                                       "_", ".", "b", "\n"};
  std::mt19937 random(41);
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (int i = 0; i < round % 12; ++i) text += kPieces[piece(random)];
    for (std::size_t from = 0; from <= text.size(); ++from) {
      CAPTURE(text, from);
      REQUIRE(found_in(spellings, text, from) == found_by_pattern(codes, text, from));
    }
  }
}

}  // namespace
}  // namespace opsg::released
