#include "level_names.h"

#include <algorithm>
#include <utility>

#include "look_alike.h"
#include "text.h"

namespace opsg::restricted {
namespace {

/// Shorter names have too many neighbours among ordinary words and acronyms: RED, RDP, REG.
constexpr std::size_t kShortestMisspelt = 5;

char32_t upper(char32_t c) {
  return c >= U'a' && c <= U'z' ? c - (U'a' - U'A') : c;
}
bool is_lower(char32_t c) {
  return c >= U'a' && c <= U'z';
}

std::u32string upper(std::u32string text) {
  for (char32_t& c : text) c = upper(c);
  return text;
}

std::u32string fold(std::string_view text) {
  std::u32string folded;
  for (char32_t c : decode_utf8(text)) folded += look_alike_of(c);
  return folded;
}

bool ends_word(const FoldedMarkup& text, std::size_t at) {
  return at >= text.size() || !is_word(text[at]);
}

/// Emphasis inside a name is passed over: a reader does not see it.
std::optional<NameMatch> match_letters(const FoldedMarkup& text, std::size_t at,
                                       const LevelName& name) {
  NameMatch match{&name, at, false, true};
  for (char32_t letter : name.folded) {
    while (match.end < text.size() && is_emphasis(text[match.end])) ++match.end;
    if (match.end >= text.size() || upper(text[match.end].value) != letter) return std::nullopt;
    if (is_lower(text[match.end].value)) match.capitals = false;
    ++match.end;
  }
  return ends_word(text, match.end) ? std::optional(match) : std::nullopt;
}

std::u32string characters(const FoldedMarkup& text, std::size_t begin, std::size_t end) {
  std::u32string out;
  for (std::size_t i = begin; i < end; ++i) out += text[i].value;
  return out;
}

std::optional<NameMatch> match_near(const FoldedMarkup& text, std::size_t at,
                                    const LevelName& name) {
  for (std::size_t length = name.folded.size() + 1; length + 1 >= name.folded.size(); --length) {
    const std::size_t end = at + length;
    if (end > text.size() || !ends_word(text, end) || !is_word(text[end - 1])) continue;
    const std::u32string word = characters(text, at, end);
    if (edit_distance(upper(word), name.folded) > 1) continue;
    return NameMatch{&name, end, true, edit_distance(word, name.folded) <= 1};
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
      std::u32string folded = upper(fold(capitals));
      if (!folded.empty()) names_.push_back({std::move(capitals), std::move(folded), Level{rank}});
    }
  }
  std::stable_sort(names_.begin(), names_.end(), [](const LevelName& a, const LevelName& b) {
    return a.folded.size() > b.folded.size();
  });
}

std::optional<NameMatch> LevelNames::match(const FoldedMarkup& text, std::size_t at) const {
  if (at >= text.size() || text[at].escaped) return std::nullopt;
  for (const LevelName& name : names_) {
    if (const auto match = match_letters(text, at, name)) return match;
  }
  return match_misspelt(text, at);
}

std::optional<NameMatch> LevelNames::match_misspelt(const FoldedMarkup& text,
                                                    std::size_t at) const {
  if (!is_word(text[at]) || is_known_word(text, at)) return std::nullopt;
  for (const LevelName& name : names_) {
    if (name.folded.size() < kShortestMisspelt) continue;
    if (const auto match = match_near(text, at, name)) return match;
  }
  return std::nullopt;
}

bool LevelNames::is_known_word(const FoldedMarkup& text, std::size_t at) const {
  std::string word;
  for (std::size_t i = at; i < text.size() && is_word(text[i]); ++i) {
    append_utf8(word, upper(text[i].value));
  }
  return known_words_.contains(word);
}

}  // namespace opsg::restricted
