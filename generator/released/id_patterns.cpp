#include "id_patterns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "ascii.h"
#include "normalised_text.h"
#include "text.h"

namespace opsg::released {
namespace {

using re2::RE2;
using re2::StringPiece;

constexpr std::int64_t kPatternMemory = 4 << 20;
/// All patterns together.
constexpr std::int64_t kJoinedMemory = 64 << 20;

RE2::Options options(std::int64_t memory) {
  RE2::Options out;
  out.set_longest_match(true);
  out.set_log_errors(false);
  out.set_max_mem(memory);
  return out;
}

/// In a group, so that what one pattern leaves open (`\Q`) cannot reach into the next.
std::string as_word(std::string_view pattern) {
  return fmt::format(R"(\b(?:{})\b)", pattern);
}

void report_invalid(const SourceSpan& span, std::string_view reason, Diagnostics& diagnostics) {
  diagnostics.error("pattern-invalid", span, fmt::format("the pattern cannot be used: {}", reason))
      .with_help("patterns are written in RE2's syntax, such as `MP\\d{3}`");
}

constexpr std::size_t kLongestId = 32;

/// What may have been meant by a text with one slip in it: a character too many, too few (a zero, a
/// space, a separator) or another one, or letters of the wrong case.
std::vector<std::string> without_one_slip(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kMissing = {"0", "00", " ", "/", ".", "-"};
  std::vector<std::string> out = {ascii_upper(text), ascii_lower(text)};
  if (!text.empty()) out.push_back(ascii_upper(text.substr(0, 1)) + ascii_lower(text.substr(1)));
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const auto with = [&](std::string_view between, std::size_t rest) {
      out.emplace_back(text.substr(0, at)).append(between).append(text.substr(rest));
    };
    if (at < text.size()) with("", at + 1);
    for (const std::string_view missing : kMissing) {
      with(missing, at);
      if (at < text.size()) with(missing, at + 1);
    }
  }
  return out;
}

MeetingSpellings normalised(const std::map<std::string, std::string>& spellings) {
  std::map<std::string, std::string> codes;
  for (const auto& [spelling, code] : spellings) {
    std::string text = collapse_space(NormalisedText(spelling).text());
    if (!text.empty()) codes.try_emplace(std::move(text), code);
  }
  return MeetingSpellings(codes);
}

/// The one that begins first; of two at one place the longer one.
std::optional<TextRange> leftmost_longest(const std::optional<TextRange>& a,
                                          const std::optional<TextRange>& b) {
  if (!a || !b) return a ? a : b;
  if (a->begin != b->begin) return a->begin < b->begin ? a : b;
  return a->end >= b->end ? a : b;
}

bool is_ascii(char c) {
  return !is_beyond_ascii(c);
}

bool ends_with_letter(std::string_view text) {
  static const RE2 letter(R"([\pL\pM\pN]$)");
  if (text.empty()) return false;
  if (is_ascii(text.back())) return is_ascii_letter_or_digit(text.back());
  return RE2::PartialMatch(StringPiece(text.data(), text.size()), letter);
}

bool begins_with_letter(std::string_view text) {
  static const RE2 letter(R"(^[\pL\pM\pN])");
  if (text.empty()) return false;
  if (is_ascii(text.front())) return is_ascii_letter_or_digit(text.front());
  return RE2::PartialMatch(StringPiece(text.data(), text.size()), letter);
}

/// `\b` knows ASCII only: letters of other scripts are looked at here.
bool stands_alone(std::string_view text, TextRange range) {
  const std::size_t reach = std::min<std::size_t>(range.begin, 4);
  std::string_view before = text.substr(range.begin - reach, reach);
  while (!before.empty() && (static_cast<unsigned char>(before.front()) & 0xC0) == 0x80) {
    before.remove_prefix(1);
  }
  return !ends_with_letter(before) && !begins_with_letter(text.substr(range.end, 4));
}

}  // namespace

std::optional<IdPatterns> IdPatterns::make(const std::vector<RegisterDefinition>& registers,
                                           const std::vector<ReferenceDefinition>& references,
                                           const std::map<std::string, std::string>& spellings,
                                           Diagnostics& diagnostics) {
  Diagnostics found;
  IdPatterns out;
  for (const RegisterDefinition& one : registers) {
    out.add(Mention::Kind::entry, one.name, one.id_pattern, one.pattern_span, found);
  }
  for (const ReferenceDefinition& one : references) {
    out.add(Mention::Kind::reference, one.name, one.pattern, one.pattern_span, found);
  }
  out.meetings_ = normalised(spellings);
  if (!found.has_errors()) out.join(found);
  const bool usable = !found.has_errors();
  diagnostics.append(std::move(found));
  return usable ? std::optional(std::move(out)) : std::nullopt;
}

void IdPatterns::add(Mention::Kind kind, std::string_view definition, std::string_view pattern,
                     const SourceSpan& span, Diagnostics& diagnostics) {
  auto whole = std::make_unique<RE2>(std::string(pattern), options(kPatternMemory));
  const RE2 word(as_word(pattern), options(kPatternMemory));
  if (!whole->ok() || !word.ok()) {
    report_invalid(span, whole->ok() ? word.error() : whole->error(), diagnostics);
  } else if (RE2::FullMatch("", *whole)) {
    report_invalid(span, "it matches nothing at all", diagnostics);
  } else {
    patterns_.push_back({kind, std::string(definition), std::move(whole)});
  }
}

void IdPatterns::join(Diagnostics& diagnostics) {
  std::vector<std::string> all;
  std::vector<std::string> entries;
  for (const Pattern& pattern : patterns_) {
    all.push_back(fmt::format("(?:{})", pattern.whole->pattern()));
    if (pattern.kind == Mention::Kind::entry) entries.push_back(all.back());
  }
  const auto joined = [&](const std::string& pattern) {
    auto made = std::make_unique<RE2>(pattern, options(kJoinedMemory));
    if (!made->ok()) report_invalid({}, "all patterns together are too large", diagnostics);
    return made;
  };
  if (!all.empty()) any_ = joined(as_word(fmt::format("{}", fmt::join(all, "|"))));
  if (!entries.empty() && !diagnostics.has_errors())
    any_entry_ = joined(fmt::format("{}", fmt::join(entries, "|")));
}

std::optional<Mention> IdPatterns::classify(std::string_view match) const {
  const StringPiece piece(match.data(), match.size());
  const std::string* meeting = meetings_.find_code(match);
  for (const Pattern& pattern : patterns_) {
    const bool is_entry = pattern.kind == Mention::Kind::entry;
    if (!is_entry && meeting) break;
    if (!RE2::FullMatch(piece, *pattern.whole)) continue;
    return Mention{pattern.kind, pattern.definition, collapse_space(match), 0, 0};
  }
  if (!meeting) return std::nullopt;
  return Mention{Mention::Kind::meeting, {}, *meeting, 0, 0};
}

std::optional<TextRange> IdPatterns::match_any(std::string_view text, std::size_t from,
                                               RE2::Anchor anchor) const {
  StringPiece match;
  if (!any_ ||
      !any_->Match(StringPiece(text.data(), text.size()), from, text.size(), anchor, &match, 1)) {
    return std::nullopt;
  }
  const auto begin = static_cast<std::size_t>(match.data() - text.data());
  return TextRange{begin, begin + match.size()};
}

std::vector<Mention> IdPatterns::find_all(std::string_view written) const {
  std::vector<Mention> mentions;
  const NormalisedText normalised(written);
  const std::string_view text = normalised.text();
  auto pattern = match_any(text, 0, RE2::UNANCHORED);
  auto meeting = meetings_.find(text, 0);
  while (const auto match = leftmost_longest(pattern, meeting)) {
    std::optional<Mention> mention;
    if (match->begin < match->end && stands_alone(text, *match)) {
      mention = classify(text.substr(match->begin, match->end - match->begin));
    }
    const std::size_t next = mention ? match->end : match->begin + 1;
    if (mention) {
      mention->begin = normalised.written_offset(match->begin);
      mention->length = normalised.written_offset(match->end) - mention->begin;
      mentions.push_back(std::move(*mention));
    }
    // Each is looked for again only where it was passed: the whole takes linear time.
    if (pattern && pattern->begin < next) pattern = match_any(text, next, RE2::UNANCHORED);
    if (meeting && meeting->begin < next) meeting = meetings_.find(text, next);
  }
  return mentions;
}

std::optional<Mention> IdPatterns::find_leading(std::string_view written) const {
  const NormalisedText normalised(written);
  const std::string_view text = normalised.text();
  const auto match =
      leftmost_longest(match_any(text, 0, RE2::ANCHOR_START), meetings_.find_at(text, 0));
  if (!match || match->begin == match->end || !stands_alone(text, *match)) return std::nullopt;
  auto mention = classify(text.substr(0, match->end));
  if (mention) mention->length = normalised.written_offset(match->end);
  return mention;
}

std::optional<std::size_t> IdPatterns::nearly_leading(std::string_view written) const {
  if (!any_entry_) return std::nullopt;
  const NormalisedText normalised(written);
  const std::string_view text = normalised.text();
  const std::string_view head = trim(text.substr(0, text.find(':')));
  const auto leading = find_leading(head);
  if (leading && leading->length == head.size()) return std::nullopt;
  if (head.size() > kLongestId || !has_ascii_digit(head)) return std::nullopt;
  // Few texts are near any id: all patterns are tried at once before each is.
  std::vector<std::string> ids = without_one_slip(head);
  std::erase_if(ids, [&](const std::string& id) { return !RE2::FullMatch(id, *any_entry_); });
  for (std::size_t i = 0; !ids.empty() && i < patterns_.size(); ++i) {
    const bool meant = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
      return RE2::FullMatch(id, *patterns_[i].whole);
    });
    if (meant && patterns_[i].kind == Mention::Kind::entry) return i;
  }
  return std::nullopt;
}

}  // namespace opsg::released
