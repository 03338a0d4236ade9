#include "marking_scanner.h"

#include <algorithm>
#include <optional>

#include "bare_names.h"
#include "block_opening.h"
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
        block_start_(find_first_word(folded_)),
        partner_(pair_brackets(folded_)) {}

  ScannedText scan() {
    find_block_marking();
    find_heading_marking();
    const bool opens_bare = find_bare_name();
    if (place_ == TextPlace::heading) find_bare_names_in_heading(opens_bare);
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
    const auto match = names_.match(folded_, skip_into_bracket(open + 1));
    if (!match) return look_for_element(open);
    if (const LevelName* name = span_name(offset)) return take_span(open, *name);
    const bool whole = ends_bracket(match->end);
    if (match->capitals || whole) return add_near_miss(open, *match, slip_of(open, *match));
    if (opens_small_span(open, *match)) return add_near_miss(open, *match, Slip::small_span);
    if (opens_small_marking(*match)) return add_near_miss(open, *match, Slip::small);
    look_for_element(open);
  }

  /// `(Amber - commercially sensitive)`; a count, `(amber: 3)`, is prose, and so is what withholds
  /// nothing.
  bool opens_small_marking(const NameMatch& match) const {
    const std::size_t after = skip(match.end, true);
    return !match.misspelt && match.name->level > Level{} && after < folded_.size() &&
           is_clause_break(after) && is_letter_at(folded_, skip(after + 1, true));
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
      if (named && is_element(open, at, *match, limit)) return add_shared(open, limit, *match);
      at = next_separator(at);
      at += separator_length(at);
    }
    look_for_last_word(open, limit);
  }

  /// Not that of `(RAG status: RED)`, which tells of one.
  bool is_element(std::size_t open, std::size_t begin, const NameMatch& match,
                  std::size_t limit) const {
    if (!ends_element(match, limit)) return false;
    return place_ == TextPlace::heading || begin == open + 1 || !is_separator(folded_[begin - 1]) ||
           !tells_status(folded_, open + 1, begin);
  }

  /// `[End of AMBER]`
  void look_for_last_word(std::size_t open, std::size_t limit) {
    if (limit == folded_.size() || !encloses_mark(folded_, open, limit)) return;
    constexpr std::size_t kLongestEnd = 8;
    std::size_t at = limit;
    while (at > open + 1 && limit - at < kLongestEnd && !is_word(folded_[at - 1])) --at;
    while (at > open + 1 && (is_word(folded_[at - 1]) || folded_[at - 1].value == U':')) --at;
    const auto match = names_.match(folded_, at);
    if (!match || match->misspelt || !match->capitals || !ends_bracket(match->end)) return;
    add_shared(open, limit, *match);
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

  /// From `at` on. They are looked for once, as brackets within brackets would look again and
  /// again.
  std::size_t next_separator(std::size_t at) {
    if (next_separator_.empty()) {
      next_separator_.assign(folded_.size() + 1, folded_.size());
      for (std::size_t i = folded_.size(); i-- > 0;) {
        next_separator_[i] = separator_length(i) != 0 ? i : next_separator_[i + 1];
      }
    }
    return next_separator_[at];
  }

  std::size_t separator_length(std::size_t at) const {
    const std::size_t length = element_separator(folded_, at);
    if (length != 0 || at >= folded_.size()) return length;
    return is_clause_break(at) ? 1 : 0;
  }

  /// A colon, or a dash that joins no word: not that of "infra-red".
  bool is_clause_break(std::size_t at) const {
    if (!is_separator(folded_[at])) return false;
    const bool joins =
        at > 0 && at + 1 < folded_.size() && is_word(folded_[at - 1]) && is_word(folded_[at + 1]);
    return folded_[at].value == U':' || !joins;
  }

  bool ends_element(const NameMatch& match, std::size_t limit) const {
    std::size_t at = match.end;
    while (at < limit && (is_space(folded_[at]) || is_emphasis(folded_[at]) ||
                          is_idle_backslash(folded_[at]) || folded_[at].value == U'.')) {
      ++at;
    }
    if (at >= limit || element_separator(folded_, at) != 0) return true;
    return (place_ == TextPlace::heading || match.capitals) && is_clause_break(at);
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

  std::size_t block_start() const { return block_start_; }

  /// `AMBER: text`, `AMBER - text`, `TLP:AMBER text` or `AMBER` alone where a block starts.
  bool find_bare_name() {
    const std::size_t at = block_start();
    const auto match = names_.match(folded_, at);
    if (!match) return false;
    const std::size_t known = found_.near_misses.size();
    judge_opening_name(at, *match);
    return found_.near_misses.size() > known;
  }

  void judge_opening_name(std::size_t at, const NameMatch& match) {
    const std::size_t after = bare_name_end(folded_, match, names_);
    const bool separated = after != match.end && match.capitals &&
                           (place_ != TextPlace::cell || opens_cell(match, after));
    if (separated) return add_bare(Slip::bare, at, after, match);
    if (is_unlike_prose(match)) return add_bare(Slip::bare, at, match.end, match);
    const bool alone = place_ == TextPlace::paragraph && match.capitals && !match.misspelt;
    if (alone && ends_line(match.end)) add_bare(Slip::alone, at, match.end, match);
  }

  /// `| x | AMBER: text |`; but `RED: 3` counts, and `RED - late` is a status.
  bool opens_cell(const NameMatch& match, std::size_t after) const {
    return !match.misspelt && folded_[after - 1].value == U':' &&
           is_letter_at(folded_, skip(after, false));
  }

  void add_bare(Slip slip, std::size_t begin, std::size_t end, const NameMatch& match) {
    found_.near_misses.push_back({slip, folded_[begin].offset, end_offset(end - 1), match.name});
  }

  /// `TLP:AMBER`; but such a name may be all that a cell holds.
  bool is_unlike_prose(const NameMatch& match) const {
    const bool cell = place_ == TextPlace::first_cell || place_ == TextPlace::cell;
    const bool whole_cell = cell && ends_line(match.end);
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

  /// `OPSG 41/02 AMBER: text`, `text - AMBER` and `text TLP:AMBER`
  void find_bare_names_in_heading(bool opens_bare) {
    for (std::size_t at = opens_bare ? block_start() + 1 : 1; at < folded_.size(); ++at) {
      if (is_word(folded_[at - 1]) || !is_word(folded_[at])) continue;
      const auto match = names_.match(folded_, at);
      if (!match || (match->misspelt && !match->loose)) continue;
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
    if (!ends_line(match.end)) return;
    if (parted) return add_bare(Slip::bare_end, before, match.end, match);
    const bool closed_name = match.name->has_colon() && match.name->level > Level{};
    if (closed_name) add_bare(Slip::bare_end, at, match.end, match);
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

  /// Backticks that stand for themselves are passed over.
  std::size_t skip_into_bracket(std::size_t at) const {
    at = skip(at, true);
    while (at < folded_.size() && !folded_[at].escaped && folded_[at].value == U'`') {
      at = skip(at + 1, true);
    }
    return at;
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
    if (match.loose) return Slip::loose;
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
  std::size_t block_start_;
  std::vector<std::size_t> partner_;
  std::vector<std::size_t> next_separator_;
  std::optional<std::size_t> taken_bracket_;  ///< Of the block's own marking.
  ScannedText found_;
};

}  // namespace

ScannedText scan_markings(std::string_view text, TextPlace place,
                          const std::vector<InlineAtom>& atoms, const LevelNames& names) {
  return Scanner(text, place, atoms, names).scan();
}

}  // namespace opsg::restricted
