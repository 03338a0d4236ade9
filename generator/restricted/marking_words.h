#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace opsg::restricted {

// Words that make a marking of a level's name before them, in small letters.

/// On a line of its own: "BEGIN AMBER", "AMBER section".
inline constexpr std::array<std::string_view, 6> kEndWords = {"end",    "ends",  "begin",
                                                              "begins", "start", "starts"};
inline constexpr std::array<std::string_view, 10> kMarkWords = {
    "of",          "section", "part",  "text",  "material",
    "information", "here",    "below", "above", "follows"};
/// In a heading: "AMBER items".
inline constexpr std::array<std::string_view, 18> kHeadingWords = {
    "items",    "item",     "matters", "matter",     "business", "content",
    "contents", "sections", "parts",   "discussion", "session",  "sessions",
    "annex",    "annexes",  "action",  "actions",    "minutes",  "appendix"};
/// Before a colon: "AMBER information: text".
inline constexpr std::array<std::string_view, 7> kContentWords = {
    "section", "part", "text", "material", "information", "content", "paragraph"};
/// "AMBER ONLY: text"
inline constexpr std::string_view kOnlyWord = "only";

/// Whether any of all these words is one that `is(word)` holds for.
template <class Is>
bool any_marking_word(const Is& is) {
  return is(kOnlyWord) || std::any_of(kEndWords.begin(), kEndWords.end(), is) ||
         std::any_of(kMarkWords.begin(), kMarkWords.end(), is) ||
         std::any_of(kHeadingWords.begin(), kHeadingWords.end(), is) ||
         std::any_of(kContentWords.begin(), kContentWords.end(), is);
}

}  // namespace opsg::restricted
