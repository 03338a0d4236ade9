#include "canonical_words.h"

#include <algorithm>
#include <array>

#include "ascii.h"
#include "date.h"
#include "text.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kLongestCharacter = 4;  ///< Bytes of UTF-8.

/// Zero-width characters and the soft hyphen, which stand inside words.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

bool is_in_word(char32_t c) {
  if (c < 0x80) return is_ascii_letter_or_digit(c);
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  const bool punctuation = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F);
  const bool private_use = c >= 0xE000 && c <= 0xF8FF;
  return !punctuation && !private_use && c != 0xD7 && c != 0xF7 && c != 0xFFFD;
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_digit);
}

std::string_view without_ordinal_ending(std::string_view word) {
  if (word.size() < 3 || !is_number(word.substr(0, word.size() - 2))) return word;
  const std::string_view ending = word.substr(word.size() - 2);
  const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  return ordinal ? word.substr(0, word.size() - 2) : word;
}

std::string canonical(const std::string& written) {
  std::string_view word = without_ordinal_ending(written);
  if (const auto month = parse_month(word)) return std::to_string(unsigned(*month));
  if (!is_number(word)) return std::string(word);
  const std::size_t significant = std::min(word.find_first_not_of('0'), word.size() - 1);
  return std::string(word.substr(significant));
}

}  // namespace

std::vector<std::string> canonical_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(canonical(word));
    word.clear();
  };
  for (const char32_t c : decode_utf8(text)) {
    if (is_invisible(c)) continue;
    if (!is_in_word(c)) {
      end_word();
    } else if (c < 0x80) {
      word += static_cast<char>(std::tolower(static_cast<int>(c)));
    } else {
      append_utf8(word, c);
    }
  }
  end_word();
  return words;
}

bool begins_with_word(std::string_view text) {
  const std::u32string characters = decode_utf8(text.substr(0, kLongestCharacter));
  return !characters.empty() && is_in_word(characters.front());
}

bool ends_with_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < kLongestCharacter) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0) != 0x80) break;
  }
  const std::u32string characters = decode_utf8(text.substr(begin));
  return !characters.empty() && is_in_word(characters.back());
}

}  // namespace opsg::importing
