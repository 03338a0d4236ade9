#include "marking_scanner.h"

#include <algorithm>
#include <optional>

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
    const std::size_t at = skip(open + 1, true);
    const auto match = names_.match(folded_, at);
    if (!match) return;
    if (const LevelName* name = span_name(offset)) return take_span(open, *name);
    const bool whole = ends_bracket(match->end);
    if (match->capitals || whole) add_near_miss(open, *match, slip_of(open, *match));
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

  /// `AMBER: text` or `AMBER - text` where a block starts.
  void find_bare_name() {
    if (place_ == TextPlace::cell) return;
    const std::size_t at = skip(0, true);
    const auto match = names_.match(folded_, at);
    if (!match || !match->capitals) return;
    const std::size_t after = skip(match->end, false);
    if (after >= folded_.size() || !is_separator(folded_[after])) return;
    found_.near_misses.push_back({Slip::bare, folded_[at].offset, end_offset(after), match->name});
  }

  /// `AMBER) text`, where nothing opens the bracket.
  void look_before_bracket(std::size_t close) {
    std::size_t begin = close;
    while (begin > 0 && (is_space(folded_[begin - 1]) || is_emphasis(folded_[begin - 1]))) --begin;
    for (const LevelName& name : names_.all()) {
      if (begin < name.folded.size()) continue;
      const std::size_t at = begin - name.folded.size();
      if (at > 0 && (is_word(folded_[at - 1]) || is_escaped_bracket(folded_[at - 1]))) continue;
      const auto match = names_.match(folded_, at);
      if (!match || match->misspelt || match->end != begin || !match->capitals) continue;
      found_.near_misses.push_back(
          {Slip::bare, folded_[at].offset, end_offset(close), match->name});
      return;
    }
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

bool precedes_mark(const FoldedMarkup& text, std::size_t at) {
  while (at < text.size() && is_passed_over(text[at])) ++at;
  return at < text.size() && (is_separator(text[at]) || is_closing_bracket(text[at]));
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
    if (match && precedes_mark(folded, match->end)) return true;
  }
  return false;
}

}  // namespace opsg::restricted
