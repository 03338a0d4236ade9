#include "unmarked_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ascii.h"
#include "block_opening.h"
#include "byte_set.h"
#include "loose_names.h"
#include "marking_words.h"
#include "single_slip.h"

namespace opsg::restricted {
namespace {

// Everything here errs towards finding something. An escape counts as what it escapes, every line
// as the start of a block, and known words as misspelt names.

bool is_any_of(char c, std::string_view list) {
  return list.find(c) != std::string_view::npos;
}

bool is_emphasis(char c) {
  return c == '*' || c == '_' || c == '~';
}

constexpr ByteSet kWordBytes =
    ByteSet("").add_range('0', '9').add_range('A', 'Z').add_range('a', 'z').add_range(
        kOtherWordByte, kOtherWordByte);

bool is_word(char c) {
  return kWordBytes.contains(c);
}
bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// `A[MB](target)ER`
bool holds_link_in_word(std::string_view text) {
  if (!holds(text, "](") && !holds(text, "][")) return false;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool before = text[at] == '[' && !is_any_of(text[at - 1], " \n\r");
    const bool behind = is_any_of(text[at - 1], ")]") && !is_any_of(text[at], " \n\r.,;:");
    if (before || behind) return true;
  }
  return false;
}

/// HTML and fences hide text from the reading of markings; code spans hide brackets.
bool could_hide(std::string_view text) {
  return holds(text, "<") || holds(text, "`") || holds(text, "~~~") || holds_link_in_word(text);
}

enum class Letters { any, capital };

struct OpenBrackets {
  std::size_t round = 0;
  std::size_t square = 0;
  std::size_t curly = 0;
};

class MarkSearch {
 public:
  MarkSearch(std::string_view text, const LevelNames& names)
      : text_(text), names_(names.all()), foreign_(names.foreign()) {
    for (const LevelName& name : names_) {
      begins_name_[static_cast<unsigned char>(name.bytes.front())] = true;
      // "TLP" may have been written with two letters swapped.
      if (name.has_colon()) begins_name_[static_cast<unsigned char>(name.bytes[1])] = true;
    }
    for (const LevelName& name : foreign_) {
      begins_foreign_[static_cast<unsigned char>(name.bytes.front())] = true;
    }
  }

  bool finds_any() {
    for (std::size_t at = 0; at < text_.size();) {
      if (is_word(text_[at])) {
        if (could_mark_at_word(at)) return true;
        at = pass_word(at);
      } else {
        if (passes_mark(at)) return true;
        ++at;
      }
    }
    return false;
  }

 private:
  std::size_t pass_word(std::size_t at) {
    const std::size_t begin = at;
    bool number = true;
    for (; at < text_.size() && is_word(text_[at]); ++at)
      number = number && is_ascii_digit(text_[at]);
    const bool counts =
        number || is_enumerator(at - begin, [&](std::size_t i) { return text_[begin + i]; });
    block_may_start_ = block_may_start_ && (counts || in_footnote_);
    return at;
  }

  /// What is no word, and whether a name stands behind it that it makes a marking of.
  bool passes_mark(std::size_t at) {
    switch (text_[at]) {
      case '\n':
        if (ends_paragraph(at)) open_ = {};
        [[fallthrough]];
      case '\r':
      case '|':
        block_may_start_ = true;
        in_footnote_ = false;
        return false;
      case '(':
        return opens_mark(at, open_.round);
      case '[':
        return opens_mark(at, open_.square);
      case '{':
        return opens_mark(at, open_.curly);
      case ')':
        return closes(open_.round);
      case ']':
        return closes(open_.square);
      case '}':
        return closes(open_.curly);
      default:
        return false;
    }
  }

  bool opens_mark(std::size_t bracket, std::size_t& open) {
    ++open;
    in_footnote_ = bracket + 1 < text_.size() && text_[bracket + 1] == '^';
    return could_mark_behind_bracket(bracket + 1);
  }

  bool closes(std::size_t& open) {
    in_footnote_ = false;
    if (open > 0) --open;
    return false;
  }

  /// Indented code goes on behind a blank line.
  bool ends_paragraph(std::size_t at) const {
    std::size_t next = at + 1;
    if (next < text_.size() && text_[next] == '\r') ++next;
    if (next >= text_.size() || text_[next] != '\n') return false;
    return next + 1 < text_.size() && !is_any_of(text_[next + 1], " >\r\n");
  }

  /// A name in capitals marks in many places, one in small letters in brackets only, a misspelt one
  /// where a block starts.
  bool could_mark_at_word(std::size_t at) const {
    if (reads_as_foreign(at)) return true;
    const bool in_bracket = open_.round + open_.square + open_.curly > 0;
    if (!block_may_start_ && !begins_name_[static_cast<unsigned char>(to_ascii_upper(text_[at]))]) {
      return false;
    }
    for (const LevelName& name : names_) {
      const auto end = match(at, name);
      if ((end && name.has_colon()) || could_mark_loosely(at, name, in_bracket)) return true;
      if (end && (in_bracket || is_in_capitals(at, *end)) && precedes_mark(*end)) return true;
      if (block_may_start_ && could_mark_misspelt(at, name)) return true;
    }
    return false;
  }

  /// In capitals only.
  bool reads_as_foreign(std::size_t at) const {
    if (!begins_foreign_[static_cast<unsigned char>(text_[at])]) return false;
    return std::any_of(foreign_.begin(), foreign_.end(), [&](const LevelName& name) {
      const auto end = match(at, name);
      return end && is_in_capitals(at, *end);
    });
  }

  bool could_mark_loosely(std::size_t at, const LevelName& name, bool in_bracket) const {
    const auto end = match_loosely(at, name);
    if (!end || name.has_colon()) return end.has_value();
    return (in_bracket || is_in_capitals(at, *end)) && precedes_mark(*end);
  }

  bool could_mark_misspelt(std::size_t at, const LevelName& name) const {
    const auto ends =
        ends_of_misspelt(at, name, name.has_colon() ? Letters::any : Letters::capital);
    return std::any_of(ends.begin(), ends.end(), [&](std::size_t end) {
      return end != 0 && (name.has_colon() || precedes_mark(end));
    });
  }

  bool could_mark_behind_bracket(std::size_t at) const {
    while (at < text_.size() && is_any_of(text_[at], " \n\r*_~\\>")) ++at;
    return std::any_of(names_.begin(), names_.end(), [&](const LevelName& name) {
      const auto misspelt = ends_of_misspelt(at, name, Letters::any);
      return match(at, name) || match_loosely(at, name) || misspelt != std::array<std::size_t, 3>{};
    });
  }

  /// Behind the name that the text reads as; emphasis inside is passed over.
  std::optional<std::size_t> match(std::size_t at, const LevelName& name) const {
    for (const char letter : name.bytes) {
      at = pass_markup(at);
      if (at >= text_.size() || to_ascii_upper(text_[at]) != letter) return std::nullopt;
      ++at;
    }
    return ends_word(at) ? std::optional(at) : std::nullopt;
  }

  /// Emphasis, and a line broken by a backslash.
  std::size_t pass_markup(std::size_t at) const {
    while (at < text_.size() && (is_emphasis(text_[at]) || is_broken_line(at))) {
      if (text_[at] == '\\')
        at = text_.find_first_not_of(" \n\r>", at + 1);
      else
        ++at;
    }
    return std::min(at, text_.size());
  }

  bool is_broken_line(std::size_t at) const {
    return text_[at] == '\\' && at + 1 < text_.size() && is_any_of(text_[at + 1], "\n\r");
  }

  /// Like read_loosely(), but with any marks between the letters.
  std::optional<std::size_t> match_loosely(std::size_t at, const LevelName& name) const {
    const std::size_t colon = name.bytes.find(':');
    for (std::size_t i = 0; i < name.bytes.size(); ++i) {
      if (!is_word(name.bytes[i])) continue;
      while (i > 0 && at < text_.size() && !is_word(text_[at])) ++at;
      if (at >= text_.size()) return std::nullopt;
      const bool swapped = name.has_colon() && name.bytes.find(to_ascii_upper(text_[at])) < colon;
      const bool prefix = name.has_colon() && i < colon;
      if (prefix ? !swapped : to_ascii_upper(text_[at]) != name.bytes[i]) return std::nullopt;
      ++at;
    }
    return ends_word(at) ? std::optional(at) : std::nullopt;
  }

  /// Behind what is a single slip from the name, for each length that it could have; or zero.
  std::array<std::size_t, 3> ends_of_misspelt(std::size_t at, const LevelName& name,
                                              Letters letters) const {
    std::array<std::size_t, 3> ends{};
    const std::size_t size = name.bytes.size();
    if (size < kShortestMisspelt) return ends;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const std::size_t length = size + 1 - i;
      const std::size_t end = at + length;
      if (end > text_.size() || !ends_word(end) || !is_word(text_[end - 1])) continue;
      const auto equal = [&](std::size_t j, std::size_t k) {
        const char c = text_[at + j];
        return (letters == Letters::any ? to_ascii_upper(c) : c) == name.bytes[k];
      };
      if (is_single_slip(length, size, equal)) ends[i] = end;
    }
    return ends;
  }

  bool ends_word(std::size_t at) const { return at >= text_.size() || !is_word(text_[at]); }

  bool is_in_capitals(std::size_t begin, std::size_t end) const {
    return std::none_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                        text_.begin() + static_cast<std::ptrdiff_t>(end), is_ascii_lower);
  }

  /// Whether a marking or a near-miss could go on so behind a name, or end.
  bool precedes_mark(std::size_t at) const {
    if (at < text_.size() && is_emphasis(text_[at])) return true;
    while (at < text_.size() && is_any_of(text_[at], " *_~")) ++at;
    if (at >= text_.size() || !is_word(text_[at])) {
      return at >= text_.size() || is_any_of(text_[at], "\n\r:-)]}.!?#\\|/,;&+=>\"'\x81");
    }
    if (is_ascii_upper(text_[at])) return true;
    const auto follows = [&](std::string_view word) { return starts_with(at, word); };
    return follows("and") || any_marking_word(follows);
  }

  bool starts_with(std::size_t at, std::string_view word) const {
    const std::string_view rest = text_.substr(at, word.size());
    return rest.size() == word.size() &&
           std::equal(rest.begin(), rest.end(), word.begin(), [](char c, char letter) {
             return to_ascii_upper(c) == to_ascii_upper(letter);
           });
  }

  std::string_view text_;
  const std::vector<LevelName>& names_;
  const std::vector<LevelName>& foreign_;
  std::array<bool, 256> begins_name_{};
  std::array<bool, 256> begins_foreign_{};
  OpenBrackets open_;
  bool in_footnote_ = false;     ///< `[^note`: what it is called only decorates a block's start.
  bool block_may_start_ = true;  ///< Nothing but digits and marks stands before on the line.
};

}  // namespace

bool is_plainly_unmarked(std::string_view text, const LevelNames& names) {
  if (could_hide(text) || names.have_markup()) return false;
  const auto bytes = fold_to_bytes(text);
  return bytes && !MarkSearch(*bytes, names).finds_any();
}

}  // namespace opsg::restricted
