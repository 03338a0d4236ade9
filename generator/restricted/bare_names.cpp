#include "bare_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "ascii.h"
#include "marking_words.h"

namespace opsg::restricted {
namespace {

constexpr std::array<std::string_view, 5> kStatusWords = {"rag", "status", "statuses", "rating",
                                                          "rated"};

bool is_arrow(const FoldedChar& c) {
  return (c.value >= 0x2190 && c.value <= 0x21FF) || (c.value >= 0x27F0 && c.value <= 0x27FF);
}

std::size_t skip_on_line(const FoldedMarkup& text, std::size_t at) {
  while (at < text.size() && (text[at].value == U' ' || is_emphasis(text[at]) ||
                              (text[at].value == U'\\' && !text[at].escaped))) {
    ++at;
  }
  return at;
}

/// `word` is in small letters.
bool is_word_at(const FoldedMarkup& text, std::size_t at, std::string_view word) {
  if (at + word.size() > text.size() || (at > 0 && is_word(text[at - 1]))) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (to_ascii_lower(text[at + i].value) != static_cast<unsigned char>(word[i])) return false;
  }
  return at + word.size() == text.size() || !is_word(text[at + word.size()]);
}

/// Behind the one of the words that stands at `at`.
std::size_t pass_any(const FoldedMarkup& text, std::size_t at,
                     std::span<const std::string_view> words) {
  const auto found = std::find_if(words.begin(), words.end(), [&](std::string_view word) {
    return is_word_at(text, at, word);
  });
  return found == words.end() ? at : at + found->size();
}

/// Where the words before `end` begin that could say what it is of.
std::size_t lead_begin(std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestLead = 64;
  return end > begin + kLongestLead ? end - kLongestLead : begin;
}

/// Whether no word stands before `at` in its clause.
bool opens_clause(const FoldedMarkup& text, std::size_t at) {
  while (at > 0 && !is_word(text[at - 1]) && text[at - 1].value != U'\n' &&
         std::u32string_view(U".!?;").find(text[at - 1].value) == std::u32string_view::npos) {
    --at;
  }
  return at == 0 || !is_word(text[at - 1]);
}

bool is_any_at(const FoldedMarkup& text, std::size_t at, std::span<const std::string_view> words) {
  return pass_any(text, at, words) != at;
}

}  // namespace

std::size_t bare_name_end(const FoldedMarkup& text, const NameMatch& name,
                          const LevelNames& names) {
  std::size_t at = skip_on_line(text, name.end);
  if (is_word_at(text, at, kOnlyWord)) at = skip_on_line(text, at + kOnlyWord.size());
  if (at >= text.size()) return name.end;
  if (is_separator(text[at])) return at + 1;
  const bool semicolon = text[at].value == U';' && !text[at].escaped;
  if (!is_arrow(text[at]) && !semicolon) return name.end;
  const auto next = names.match(text, skip_on_line(text, at + 1));
  return next && (next->capitals || !semicolon) ? name.end : at + 1;
}

bool precedes_bare_text(const FoldedMarkup& text, std::size_t at) {
  return is_arrow(text[at]) ||
         any_marking_word([&](std::string_view word) { return is_word_at(text, at, word); });
}

std::size_t pass_mark_word(const FoldedMarkup& text, std::size_t at) {
  const std::size_t end = pass_any(text, at, kEndWords);
  return end != at ? end : pass_any(text, at, kMarkWords);
}

std::size_t pass_heading_word(const FoldedMarkup& text, std::size_t at) {
  return pass_any(text, at, kHeadingWords);
}

bool opens_entry(const FoldedMarkup& text, std::size_t at) {
  constexpr std::array<std::string_view, 2> kKeywords = {"action", "decision"};
  return is_any_at(text, at, kKeywords);
}

bool is_letter_at(const FoldedMarkup& text, std::size_t at) {
  return at < text.size() && is_word(text[at]) && !is_digit(text[at]);
}

bool speaks_of_status(const FoldedMarkup& text, std::size_t begin, std::size_t end) {
  for (std::size_t at = lead_begin(begin, end); at < end; ++at) {
    if (is_any_at(text, at, kStatusWords)) return true;
  }
  return false;
}

bool names_status(const FoldedMarkup& text, std::size_t end) {
  constexpr std::size_t kNear = 5;
  constexpr std::size_t kFar = 6;
  std::size_t words = 0;
  for (std::size_t at = end; at > lead_begin(0, end); --at) {
    const FoldedChar& c = text[at - 1];
    if (std::u32string_view(U".!?;,").find(c.value) != std::u32string_view::npos) return false;
    if (!is_word(c) || (at > 1 && is_word(text[at - 2]))) continue;
    const bool near = ++words <= kNear || (words <= kFar && opens_clause(text, at - 1));
    if (near && is_any_at(text, at - 1, kStatusWords)) return true;
  }
  return false;
}

bool ends_status_word(const FoldedMarkup& text, std::size_t end) {
  return std::any_of(kStatusWords.begin(), kStatusWords.end(), [&](std::string_view word) {
    return end >= word.size() && is_word_at(text, end - word.size(), word);
  });
}

bool tells_status(const FoldedMarkup& text, std::size_t begin, std::size_t end) {
  const auto from = text.begin() + static_cast<std::ptrdiff_t>(lead_begin(begin, end));
  return std::any_of(from, text.begin() + static_cast<std::ptrdiff_t>(end), is_digit) ||
         speaks_of_status(text, begin, end);
}

bool encloses_mark(const FoldedMarkup& text, std::size_t open, std::size_t close) {
  const auto opens = [&](std::string_view word) {
    return is_word_at(text, skip_on_line(text, open + 1), word);
  };
  if (std::any_of(kEndWords.begin(), kEndWords.end(), opens)) return true;
  const bool link =
      close + 1 < text.size() &&
      std::u32string_view(U"([:").find(text[close + 1].value) != std::u32string_view::npos;
  return text[open].value == U'[' && !link;
}

}  // namespace opsg::restricted
