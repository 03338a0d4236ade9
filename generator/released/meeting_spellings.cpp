#include "meeting_spellings.h"

#include <functional>
#include <set>

#include "ascii.h"

namespace opsg::released {
namespace {

bool is_word_byte(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char c = text[at];
  return is_ascii_letter_or_digit(c) || c == '_';
}

bool is_word_boundary(std::string_view text, std::size_t at) {
  return (at > 0 && is_word_byte(text, at - 1)) != is_word_byte(text, at);
}

}  // namespace

MeetingSpellings::MeetingSpellings(const std::map<std::string, std::string>& codes)
    : codes_(codes.begin(), codes.end()) {
  std::set<std::size_t, std::greater<>> lengths;
  for (const auto& [spelling, code] : codes) {
    if (spelling.empty()) continue;
    lengths.insert(spelling.size());
    begins_[static_cast<unsigned char>(spelling.front())] = true;
  }
  lengths_.assign(lengths.begin(), lengths.end());
}

const std::string* MeetingSpellings::find_code(std::string_view spelling) const {
  const auto found = codes_.find(spelling);
  return found == codes_.end() ? nullptr : &found->second;
}

std::optional<TextRange> MeetingSpellings::find(std::string_view text, std::size_t from) const {
  if (lengths_.empty()) return std::nullopt;
  for (std::size_t begin = from; begin < text.size(); ++begin) {
    if (auto found = find_at(text, begin)) return found;
  }
  return std::nullopt;
}

std::optional<TextRange> MeetingSpellings::find_at(std::string_view text, std::size_t begin) const {
  if (begin >= text.size() || !begins_[static_cast<unsigned char>(text[begin])])
    return std::nullopt;
  if (!is_word_boundary(text, begin)) return std::nullopt;
  for (const std::size_t length : lengths_) {
    const std::size_t end = begin + length;
    if (end > text.size() || !is_word_boundary(text, end)) continue;
    if (codes_.contains(text.substr(begin, length))) return TextRange{begin, end};
  }
  return std::nullopt;
}

}  // namespace opsg::released
