#include "marking_scanner.h"

#include <algorithm>
#include <optional>

#include "bracket_elements.h"
#include "bracket_pairs.h"

namespace opsg::restricted {
namespace {

/// One that escapes nothing: `(\AMBER)`.
bool is_idle_backslash(const FoldedChar& c) {
  return c.value == U'\\' && !c.escaped;
}

bool is_escaped_bracket(const FoldedChar& c) {
  return c.escaped && (c.value == U'(' || c.value == U'[' || c.value == U'{');
}

bool is_closing_punctuation(const FoldedChar& c) {
  return std::u32string_view(U".:;,!?-").find(c.value) != std::u32string_view::npos;
}

bool is_digit(const FoldedChar& c) {
  return c.value >= U'0' && c.value <= U'9';
}

class Scanner {
 public:
  Scanner(std::string_view text, TextPlace place, const std::vector<InlineAtom>& atoms,
          const LevelNames& names)
      : text_(text),
        place_(place),
        names_(names),
        folded_(fold_markup(text, atoms)),
        partner_(pair_brackets(folded_)) {}

  ScannedText scan() {
    find_block_marking();
    find_heading_marking();
    find_bare_name();
    if (place_ == TextPlace::heading) find_bare_names_in_heading();
    for (std::size_t i = 0; i < folded_.size(); ++i) {
      if (is_opening_bracket(folded_[i])) look_behind_bracket(i);
      if (is_closing_bracket(folded_[i]) && partner_[i] == kNoBracket) look_before_bracket(i);
    }
    const auto by_place = [](const auto& a, const auto& b) { return a.begin < b.begin; };
    std::stable_sort(found_.markings.begin(), found_.markings.end(), by_place);
    std::stable_sort(found_.near_misses.begin(), found_.near_misses.end(), by_place);
    return std::move(found_);
  }

 private:
  bool reads(std::size_t offset, std::string_view before, const LevelName& name,
             std::string_view after) const {
    const std::string_view rest = text_.substr(offset);
    return rest.starts_with(before) && rest.substr(before.size()).starts_with(name.capitals) &&
           rest.substr(before.size() + name.capitals.size()).starts_with(after);
  }

  /// `(AMBER) text`
  void find_block_marking() {
    if (place_ != TextPlace::paragraph && place_ != TextPlace::first_cell) return;
    for (const LevelName& name : names_.all()) {
      if (!reads(0, "(", name, ") ")) continue;
      const std::size_t name_end = name.capitals.size() + 2;
      const std::size_t end = std::min(text_.find_first_not_of(' ', name_end), text_.size());
      const bool text_follows = end < text_.size() && text_[end] != '\n';
      if (!text_follows && place_ != TextPlace::first_cell) return;
      found_.markings.push_back({MarkingForm::block, name.level, 0, end, 0, name_end, 0});
      taken_bracket_ = 0;
      return;
    }
  }

  /// `text (AMBER)`
  void find_heading_marking() {
    if (place_ != TextPlace::heading) return;
    for (const LevelName& name : names_.all()) {
      const std::size_t length = name.capitals.size() + 2;
      if (text_.size() < length || !reads(text_.size() - length, "(", name, ")")) continue;
      const std::size_t bracket = text_.size() - length;
      if (!is_live_bracket(bracket)) continue;
      if (bracket > 0 && text_[bracket - 1] != ' ') continue;
      const std::size_t last = text_.substr(0, bracket).find_last_not_of(' ');
      const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
      found_.markings.push_back(
          {MarkingForm::heading, name.level, begin, text_.size(), bracket, text_.size(), 0});
      taken_bracket_ = bracket;
      return;
    }
  }

  /// Neither escaped nor within a code span.
  bool is_live_bracket(std::size_t offset) const {
    const auto at =
        std::lower_bound(folded_.begin(), folded_.end(), offset,
                         [](const FoldedChar& c, std::size_t wanted) { return c.offset < wanted; });
    return at != folded_.end() && at->offset == offset && is_opening_bracket(*at);
  }

  void look_behind_bracket(std::size_t open) {
    const std::size_t offset = folded_[open].offset;
    if (offset == taken_bracket_) return;
    const auto match = names_.match(folded_, skip(open + 1, true));
    if (!match) return look_for_element(open);
    if (const LevelName* name = span_name(offset)) return take_span(open, *name);
    const bool whole = ends_bracket(match->end);
    if (match->capitals || whole) return add_near_miss(open, *match, slip_of(open, *match));
    if (opens_small_span(open, *match)) return add_near_miss(open, *match, Slip::small_span);
    look_for_element(open);
  }

  /// `[amber: words]`
  bool opens_small_span(std::size_t open, const NameMatch& match) const {
    const std::size_t after = skip(match.end, true);
    return folded_[open].value == U'[' && !match.misspelt && after < folded_.size() &&
           !folded_[after].escaped && folded_[after].value == U':';
  }

  /// `(SECAS/AMBER)`: a name among the elements of a bracket. Small letters are prose but where a
  /// marking is at home, in a heading or where a block starts.
  void look_for_element(std::size_t open) {
    if (is_link_target(open)) return;
    const bool any_case = place_ == TextPlace::heading || open == block_start();
    const std::size_t limit = partner_[open] == kNoBracket ? folded_.size() : partner_[open];
    std::size_t at = open + 1;
    while (at < limit) {
      const auto match = names_.match(folded_, skip(at, true));
      const bool named = match && !match->misspelt && (any_case || match->capitals);
      if (named && ends_element(match->end, limit)) return add_shared(open, limit, *match);
      while (at < limit && separator_length(at) == 0) ++at;
      at += separator_length(at);
    }
  }

  void add_shared(std::size_t open, std::size_t limit, const NameMatch& match) {
    const std::size_t last = limit < folded_.size() ? limit : match.end - 1;
    found_.near_misses.push_back(
        {Slip::shared, folded_[open].offset, end_offset(last), match.name});
  }

  /// `[text](/path/RED)`
  bool is_link_target(std::size_t open) const {
    const std::size_t close = partner_[open];
    if (open == 0 || folded_[open - 1].value != U']' || close == kNoBracket) return false;
    return std::none_of(folded_.begin() + static_cast<std::ptrdiff_t>(open),
                        folded_.begin() + static_cast<std::ptrdiff_t>(close), is_space);
  }

  std::size_t separator_length(std::size_t at) const {
    const std::size_t length = element_separator(folded_, at);
    if (length != 0 || place_ != TextPlace::heading || at >= folded_.size()) return length;
    return is_clause_break(at) ? 1 : 0;
  }

  /// A colon, or a dash that joins no word: not that of "infra-red".
  bool is_clause_break(std::size_t at) const {
    if (!is_separator(folded_[at])) return false;
    const bool joins =
        at > 0 && at + 1 < folded_.size() && is_word(folded_[at - 1]) && is_word(folded_[at + 1]);
    return folded_[at].value == U':' || !joins;
  }

  bool ends_element(std::size_t at, std::size_t limit) const {
    while (at < limit && (is_space(folded_[at]) || is_emphasis(folded_[at]) ||
                          is_idle_backslash(folded_[at]) || folded_[at].value == U'.')) {
      ++at;
    }
    return at >= limit || separator_length(at) != 0;
  }

  /// The name of `[AMBER: ` at `offset`, if that is what stands there exactly.
  const LevelName* span_name(std::size_t offset) const {
    if (place_ == TextPlace::elsewhere) return nullptr;
    if (offset > 0 && text_[offset - 1] == '!') return nullptr;
    for (const LevelName& name : names_.all()) {
      if (reads(offset, "[", name, ": ") || reads(offset, "[", name, ":\n")) return &name;
    }
    return nullptr;
  }

  void take_span(std::size_t open, const LevelName& name) {
    const std::size_t begin = folded_[open].offset;
    const std::size_t name_end = begin + name.capitals.size() + 2;
    if (partner_[open] == kNoBracket) {
      found_.near_misses.push_back({Slip::unclosed, begin, name_end, &name});
      return;
    }
    const std::size_t close = folded_[partner_[open]].offset;
    const std::size_t end = std::min(text_.find_first_not_of(" \n", name_end), close);
    found_.markings.push_back({MarkingForm::span, name.level, begin, end, begin, name_end, close});
  }

  /// Behind an item's number: `6.`, `3.1`, `3.1.`, `6)`.
  std::size_t block_start() const {
    const std::size_t begin = skip(0, true);
    std::size_t at = begin;
    while (at < folded_.size() && (is_digit(folded_[at]) || folded_[at].value == U'.')) ++at;
    if (at == begin || !is_digit(folded_[begin])) return begin;
    if (at < folded_.size() && folded_[at].value == U')') ++at;
    return at < folded_.size() && !is_word(folded_[at]) ? skip(at, true) : begin;
  }

  /// `AMBER: text`, `AMBER - text`, `TLP:AMBER text` or `AMBER` alone where a block starts.
  void find_bare_name() {
    if (place_ == TextPlace::cell) return;
    const std::size_t at = block_start();
    const auto match = names_.match(folded_, at);
    if (!match) return;
    const std::size_t after = skip(match->end, false);
    const bool separated = after < folded_.size() && is_separator(folded_[after]);
    if (match->capitals && separated) return add_bare(Slip::bare, at, after + 1, *match);
    if (is_unlike_prose(*match)) return add_bare(Slip::bare, at, match->end, *match);
    const bool alone = place_ == TextPlace::paragraph && match->capitals && !match->misspelt;
    if (alone && ends_line(match->end)) add_bare(Slip::alone, at, match->end, *match);
  }

  void add_bare(Slip slip, std::size_t begin, std::size_t end, const NameMatch& match) {
    found_.near_misses.push_back({slip, folded_[begin].offset, end_offset(end - 1), match.name});
  }

  /// `TLP:AMBER`; but such a name may be all that a first cell holds.
  bool is_unlike_prose(const NameMatch& match) const {
    const bool whole_cell = place_ == TextPlace::first_cell && ends_line(match.end);
    return match.name->has_colon() && !whole_cell;
  }

  bool ends_line(std::size_t at) const {
    while (at < folded_.size() && folded_[at].value != U'\n' &&
           (is_space(folded_[at]) || is_emphasis(folded_[at]) ||
            is_closing_punctuation(folded_[at]))) {
      ++at;
    }
    return at == folded_.size() || folded_[at].value == U'\n';
  }

  /// `OPSG 41/02 AMBER: text` and `text - AMBER`
  void find_bare_names_in_heading() {
    for (std::size_t at = block_start() + 1; at < folded_.size(); ++at) {
      if (is_word(folded_[at - 1]) || !is_word(folded_[at])) continue;
      const auto match = names_.match(folded_, at);
      if (!match || match->misspelt) continue;
      if (match->capitals) judge_bare_name(at, *match);
      at = match->end - 1;
    }
  }

  void judge_bare_name(std::size_t at, const NameMatch& match) {
    std::size_t before = at - 1;
    while (before > 0 && (is_space(folded_[before]) || is_emphasis(folded_[before]))) --before;
    const std::size_t after = skip(match.end, false);
    const bool separated = after < folded_.size() && is_separator(folded_[after]);
    const bool parted = is_clause_break(before);
    if (separated && (parted || is_digit(folded_[before]))) {
      return add_bare(Slip::bare, at, after + 1, match);
    }
    if (parted && ends_line(match.end)) add_bare(Slip::bare_end, before, match.end, match);
  }

  /// `AMBER) text`, where nothing opens the bracket.
  void look_before_bracket(std::size_t close) {
    std::size_t begin = close;
    while (begin > 0 && (is_space(folded_[begin - 1]) || is_emphasis(folded_[begin - 1]))) --begin;
    for (const LevelName& name : names_.all()) {
      if (begin < name.folded.size()) continue;
      const std::size_t at = begin - name.folded.size();
      if (at > 0 && (is_word(folded_[at - 1]) || stands_behind_escape(at))) continue;
      const auto match = names_.match(folded_, at);
      if (!match || match->misspelt || match->end != begin || !match->capitals) continue;
      found_.near_misses.push_back(
          {Slip::bare, folded_[at].offset, end_offset(close), match->name});
      return;
    }
  }

  /// `\(SECAS/AMBER)`: the nearest bracket before it is escaped.
  bool stands_behind_escape(std::size_t at) const {
    while (at > 0) {
      const FoldedChar& c = folded_[--at];
      if (is_escaped_bracket(c)) return true;
      if (is_opening_bracket(c) || is_closing_bracket(c)) return false;
    }
    return false;
  }

  std::size_t skip(std::size_t at, bool lines) const {
    while (at < folded_.size()) {
      const FoldedChar& c = folded_[at];
      const bool passed =
          is_emphasis(c) || is_idle_backslash(c) || (is_space(c) && (lines || c.value == U' '));
      if (!passed) break;
      ++at;
    }
    return at;
  }

  bool ends_bracket(std::size_t at) const {
    while (at < folded_.size() && (is_space(folded_[at]) || is_emphasis(folded_[at]) ||
                                   is_closing_punctuation(folded_[at]))) {
      ++at;
    }
    return at == folded_.size() || is_closing_bracket(folded_[at]);
  }

  Slip slip_of(std::size_t open, const NameMatch& match) const {
    const std::size_t offset = folded_[open].offset;
    const char bracket = text_[offset];
    const std::size_t name = std::min(text_.find_first_not_of(' ', offset + 1), text_.size());
    if (match.misspelt) return Slip::misspelt;
    const bool plain =
        (bracket == '(' || bracket == '[' || bracket == '{') && reads(name, "", *match.name, "");
    if (!plain) return match.capitals ? Slip::look_alike : Slip::small;
    const bool well_formed =
        reads(offset, "(", *match.name, ")") || reads(offset, "[", *match.name, ": ");
    return well_formed && !stands_where_it_may(offset) ? Slip::misplaced : Slip::malformed;
  }

  /// Where a block's marking would stand, so that its form alone is at fault: `(AMBER)text`.
  bool stands_where_it_may(std::size_t offset) const {
    return offset == 0 && (place_ == TextPlace::paragraph || place_ == TextPlace::first_cell);
  }

  void add_near_miss(std::size_t open, const NameMatch& match, Slip slip) {
    const bool closed = match.end < folded_.size() && is_closing_bracket(folded_[match.end]);
    const std::size_t end = closed ? end_offset(match.end) : end_offset(match.end - 1);
    found_.near_misses.push_back({slip, folded_[open].offset, end, match.name});
  }

  /// Behind the character at an index of the folded text.
  std::size_t end_offset(std::size_t index) const {
    return index + 1 < folded_.size() ? folded_[index + 1].offset : text_.size();
  }

  std::string_view text_;
  TextPlace place_;
  const LevelNames& names_;
  FoldedMarkup folded_;
  std::vector<std::size_t> partner_;
  std::optional<std::size_t> taken_bracket_;  ///< Of the block's own marking.
  ScannedText found_;
};

bool is_passed_over(const FoldedChar& c) {
  return is_space(c) || is_emphasis(c) || c.value == U'>';
}

bool starts_word(const FoldedMarkup& text, std::size_t at) {
  return is_word(text[at]) && (at == 0 || !is_word(text[at - 1]));
}

/// Whether a marking or a near-miss could go on so behind a name, or end.
bool precedes_mark(const FoldedMarkup& text, std::size_t at) {
  for (; at < text.size() && is_passed_over(text[at]); ++at) {
    if (text[at].value == U'\n' || text[at].value == U'\r') return true;
  }
  if (at == text.size() || is_separator(text[at]) || is_closing_bracket(text[at])) return true;
  const bool mark =
      std::u32string_view(U".!?<#\\").find(text[at].value) != std::u32string_view::npos;
  return mark || element_separator(text, at) != 0;
}

bool could_mark(const FoldedMarkup& text, const NameMatch& match) {
  return match.name->has_colon() || precedes_mark(text, match.end);
}

}  // namespace

ScannedText scan_markings(std::string_view text, TextPlace place,
                          const std::vector<InlineAtom>& atoms, const LevelNames& names) {
  return Scanner(text, place, atoms, names).scan();
}

bool mentions_marking(std::string_view text, const LevelNames& names) {
  const FoldedMarkup folded = fold_markup(text, {});
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (is_opening_bracket(folded[i])) {
      std::size_t at = i + 1;
      while (at < folded.size() && is_passed_over(folded[at])) ++at;
      if (names.match(folded, at)) return true;
    }
    if (!starts_word(folded, i)) continue;
    const auto match = names.match(folded, i);
    if (match && could_mark(folded, *match)) return true;
  }
  return false;
}

}  // namespace opsg::restricted
