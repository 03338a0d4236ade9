#include "marking_comments.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "bare_names.h"
#include "folded_markup.h"
#include "source_words.h"

namespace opsg::restricted {
namespace {

/// "BEGIN AMBER", "AMBER section ends"
bool goes_with_level(const std::string& word) {
  constexpr std::array<std::string_view, 14> kWords = {
      "begin", "begins",  "start", "starts", "end", "ends", "stop",
      "here",  "section", "only",  "from",   "to",  "this", "of"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::string_view inside(std::string_view comment) {
  constexpr std::string_view kBegin = "<!--";
  constexpr std::string_view kEnd = "-->";
  return comment.substr(kBegin.size(), comment.size() - kBegin.size() - kEnd.size());
}

bool holds_no_other_words(std::string_view text) {
  const std::vector<SourceWord> words = source_words(text);
  return std::all_of(words.begin(), words.end(),
                     [](const SourceWord& word) { return goes_with_level(word.text); });
}

/// "Do not publish", "not for circulation"
bool tells_handling(std::string_view text) {
  constexpr std::array<std::string_view, 15> kWords = {
      "publish",   "publication", "published",  "share",        "shared",
      "circulate", "circulation", "distribute", "distribution", "confidential",
      "withhold",  "withheld",    "redact",     "sensitive",    "internal"};
  const std::vector<SourceWord> words = source_words(text);
  return std::any_of(words.begin(), words.end(), [&](const SourceWord& word) {
    return std::find(kWords.begin(), kWords.end(), word.text) != kWords.end();
  });
}

/// `AMBER: text` at the comment's start, or a level beside words about handling.
bool marks_with_words(std::string_view comment, const FoldedMarkup& text, std::size_t at,
                      const NameMatch& match) {
  if (!match.capitals || match.misspelt || match.name->level == Level{}) return false;
  if (tells_handling(comment)) return true;
  const bool opens = std::none_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at),
                                  [](const FoldedChar& c) { return !is_space(c); });
  std::size_t mark = match.end;
  while (mark < text.size() && is_space(text[mark])) ++mark;
  if (!opens || mark >= text.size() || !is_separator(text[mark])) return false;
  while (++mark < text.size() && is_space(text[mark])) {
  }
  return is_letter_at(text, mark);
}

/// The level that is all that the comment says, or that it says of what is beside it.
const LevelName* level_said(std::string_view comment, const LevelNames& names) {
  constexpr std::size_t kLongest = 256;
  if (comment.size() > kLongest) return nullptr;
  const FoldedMarkup text = fold_markup(comment, {});
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_word(text[at]) || (at > 0 && is_word(text[at - 1]))) continue;
    const auto match = names.match(text, at);
    if (!match || (match->misspelt && !match->name->has_colon())) continue;
    const std::size_t end = match->end < text.size() ? text[match->end].offset : comment.size();
    const bool alone = holds_no_other_words(comment.substr(0, text[at].offset)) &&
                       holds_no_other_words(comment.substr(end));
    if (alone || marks_with_words(comment, text, at, *match)) return match->name;
    at = match->end - 1;
  }
  return nullptr;
}

}  // namespace

std::vector<NearMiss> find_marking_comments(const std::vector<InlineAtom>& atoms,
                                            const LevelNames& names) {
  std::vector<NearMiss> found;
  for (const InlineAtom& atom : atoms) {
    if (!atom.comment) continue;
    const LevelName* said = level_said(inside(atom.literal), names);
    if (said) found.push_back({Slip::comment, atom.begin, atom.end, said});
  }
  return found;
}

}  // namespace opsg::restricted
