#include "sentences.h"

#include <algorithm>
#include <array>

namespace opsg::released {
namespace {

constexpr std::array<std::string_view, 8> kAbbreviations = {"e.g.", "i.e.", "etc.",    "cf.",
                                                            "vs.",  "No.",  "approx.", "para."};

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Whether the stop at `at` ends a sentence: not in an abbreviation, an initial or a number, and
/// what follows begins like a sentence.
bool ends_sentence(std::string_view text, std::size_t at) {
  std::size_t next = at + 1;
  while (next < text.size() && std::string_view(")]\"'").find(text[next]) < 4) ++next;
  if (next < text.size() && text[next] != ' ') return false;
  while (next < text.size() && text[next] == ' ') ++next;
  if (next == text.size()) return true;
  if (is_lower(text[next]) || (text[next] >= '0' && text[next] <= '9')) return false;
  const std::string_view word = last_word(text.substr(0, at + 1));
  const bool initial = word.size() == 2 && is_upper(word[0]);
  return !initial &&
         std::find(kAbbreviations.begin(), kAbbreviations.end(), word) == kAbbreviations.end();
}

}  // namespace

std::vector<InlineText::Range> sentences_of(std::string_view text) {
  std::vector<InlineText::Range> sentences;
  std::size_t begin = 0;
  for (std::size_t at = text.find_first_of(".!?"); at != std::string_view::npos;
       at = text.find_first_of(".!?", at + 1)) {
    if (!ends_sentence(text, at)) continue;
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != ' ') ++end;
    sentences.push_back({begin, end});
    begin = end;
  }
  if (begin < text.size()) sentences.push_back({begin, text.size()});
  return sentences;
}

std::string_view last_word(std::string_view text) {
  constexpr std::size_t kLong = 40;
  if (text.size() > kLong) text.remove_prefix(text.size() - kLong);
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

}  // namespace opsg::released
