#include "level_names.h"

#include <algorithm>
#include <utility>

#include "ascii.h"
#include "foreign_levels.h"
#include "look_alike.h"
#include "loose_names.h"
#include "single_slip.h"
#include "split_word.h"
#include "text.h"

namespace opsg::restricted {
namespace {

std::u32string in_capitals(std::u32string text) {
  for (char32_t& c : text) c = to_ascii_upper(c);
  return text;
}

std::u32string fold(std::string_view text) {
  std::u32string folded;
  for (char32_t c : decode_utf8(text)) folded += look_alike_of(c);
  return folded;
}

std::string to_bytes(std::u32string_view folded) {
  std::string bytes;
  for (const char32_t c : folded) bytes += byte_of(c);
  return bytes;
}

bool ends_word(const FoldedMarkup& text, std::size_t at) {
  return at >= text.size() || !is_word(text[at]);
}

/// Markup inside a name is passed over: a reader does not see it.
std::optional<NameMatch> match_letters(const FoldedMarkup& text, std::size_t at,
                                       const LevelName& name) {
  NameMatch match{&name, at, false, false, true};
  while (match.end < text.size() && is_emphasis(text[match.end])) ++match.end;
  for (char32_t letter : name.folded) {
    if (match.end > at) match.end = pass_markup_in_word(text, match.end);
    if (match.end >= text.size() || to_ascii_upper(text[match.end].value) != letter)
      return std::nullopt;
    if (is_ascii_lower(text[match.end].value)) match.capitals = false;
    ++match.end;
  }
  return ends_word(text, match.end) ? std::optional(match) : std::nullopt;
}

/// Behind "+STRICT", if it stands there.
std::size_t pass_strict(const FoldedMarkup& text, std::size_t at) {
  constexpr std::u32string_view kStrict = U"+STRICT";
  if (at + kStrict.size() > text.size()) return at;
  const bool stands = std::equal(
      kStrict.begin(), kStrict.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
      [](char32_t c, const FoldedChar& other) { return to_ascii_upper(other.value) == c; });
  return stands && ends_word(text, at + kStrict.size()) ? at + kStrict.size() : at;
}

std::optional<NameMatch> match_near(const FoldedMarkup& text, std::size_t at,
                                    const LevelName& name) {
  const std::size_t size = name.folded.size();
  for (std::size_t length = size + 1; length + 1 >= size; --length) {
    const std::size_t end = at + length;
    if (end > text.size() || !ends_word(text, end) || !is_word(text[end - 1])) continue;
    const auto in_any_case = [&](std::size_t i, std::size_t j) {
      return to_ascii_upper(text[at + i].value) == name.folded[j];
    };
    if (!is_single_slip(length, size, in_any_case)) continue;
    const auto in_capitals = [&](std::size_t i, std::size_t j) {
      return text[at + i].value == name.folded[j];
    };
    return NameMatch{&name, end, true, false, is_single_slip(length, size, in_capitals)};
  }
  return std::nullopt;
}

}  // namespace

LevelNames::LevelNames(const Policy& policy, std::set<std::string, std::less<>> known_words)
    : known_words_(std::move(known_words)) {
  for (std::size_t rank = 0; rank < policy.levels.size(); ++rank) {
    std::vector<std::string> written = policy.levels[rank].other_names;
    written.push_back(policy.levels[rank].name);
    for (const std::string& name : written) {
      std::string capitals = ascii_upper(trim(name));
      std::u32string folded = in_capitals(fold(capitals));
      if (folded.empty()) continue;
      std::string bytes = to_bytes(folded);
      names_.push_back({std::move(capitals), std::move(folded), std::move(bytes), Level{rank}});
    }
  }
  std::stable_sort(names_.begin(), names_.end(), [](const LevelName& a, const LevelName& b) {
    return a.folded.size() > b.folded.size();
  });
  add_foreign(policy.most_closed());
}

void LevelNames::add_foreign(Level most_closed) {
  for (const std::string_view name : kForeignLevels) {
    const bool known = std::any_of(names_.begin(), names_.end(),
                                   [&](const LevelName& own) { return own.capitals == name; });
    if (known) continue;
    foreign_.push_back({std::string(name), fold(name), std::string(name), most_closed});
  }
}

std::optional<NameMatch> LevelNames::match_foreign(const FoldedMarkup& text, std::size_t at) const {
  if (at >= text.size() || text[at].escaped) return std::nullopt;
  for (const LevelName& name : foreign_) {
    const auto match = match_letters(text, at, name);
    if (match && match->capitals) return match;
  }
  return std::nullopt;
}

bool LevelNames::have_markup() const {
  return std::any_of(names_.begin(), names_.end(), [](const LevelName& name) {
    return name.bytes.find_first_of("*_~()[]{}\\<`\r\n") != std::string::npos;
  });
}

std::optional<NameMatch> LevelNames::match(const FoldedMarkup& text, std::size_t at) const {
  auto found = match_name(text, at);
  if (found) found->end = pass_strict(text, found->end);
  return found;
}

std::optional<NameMatch> LevelNames::match_name(const FoldedMarkup& text, std::size_t at) const {
  if (at >= text.size() || text[at].escaped) return std::nullopt;
  for (const LevelName& name : names_) {
    if (const auto match = match_letters(text, at, name)) return match;
  }
  auto loose = match_loosely(text, at);
  auto misspelt = match_misspelt(text, at);
  if (loose && misspelt) loose->misspelt = true;
  return loose ? loose : misspelt;
}

std::optional<NameMatch> LevelNames::match_loosely(const FoldedMarkup& text, std::size_t at) const {
  if (!is_word(text[at])) return std::nullopt;
  for (const LevelName& name : names_) {
    const LooseReading reading = read_loosely(text, at, name.folded);
    if (reading.end != at && ends_word(text, reading.end)) {
      return NameMatch{&name, reading.end, false, true, reading.capitals};
    }
  }
  return std::nullopt;
}

std::optional<NameMatch> LevelNames::match_misspelt(const FoldedMarkup& text,
                                                    std::size_t at) const {
  if (!is_word(text[at])) return std::nullopt;
  for (const LevelName& name : names_) {
    if (name.folded.size() < kShortestMisspelt) continue;
    const auto match = match_near(text, at, name);
    if (match) return is_known_word(text, at) ? std::nullopt : match;
  }
  return std::nullopt;
}

bool LevelNames::is_known_word(const FoldedMarkup& text, std::size_t at) const {
  std::string word;
  for (std::size_t i = at; i < text.size() && is_word(text[i]); ++i) {
    append_utf8(word, to_ascii_upper(text[i].value));
  }
  return known_words_.contains(word);
}

}  // namespace opsg::restricted
