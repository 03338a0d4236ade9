#include "bracket_near_misses.h"

#include <algorithm>
#include <utility>

#include "bare_names.h"
#include "bracket_claims.h"
#include "bracket_elements.h"
#include "bracket_pairs.h"

namespace opsg::restricted {
namespace {

bool is_escaped_bracket(const FoldedChar& c) {
  return c.escaped && (c.value == U'(' || c.value == U'[' || c.value == U'{');
}

class BracketJudge {
 public:
  explicit BracketJudge(const ScannedBlock& block) : block_(block), folded_(block.folded) {}

  std::vector<NearMiss> judge_all(const std::vector<std::size_t>& taken) {
    for (std::size_t i = 0; i < folded_.size(); ++i) {
      const bool judged = std::binary_search(taken.begin(), taken.end(), folded_[i].offset);
      if (is_opening_bracket(folded_[i]) && !judged) judge_opening(i);
      if (is_closing_bracket(folded_[i]) && block_.partner[i] == kNoBracket) judge_closing(i);
    }
    return std::move(found_);
  }

 private:
  void judge_opening(std::size_t open) {
    const auto match = block_.names.match(folded_, skip_into(open + 1));
    if (!match) return look_for_element(open);
    const bool whole = block_.ends_bracket(match->end);
    if (match->capitals || whole) return add(open, *match, slip_of(open, *match));
    if (opens_small_span(open, *match)) return add(open, *match, Slip::small_span);
    if (opens_small_marking(*match)) return add(open, *match, Slip::small);
    look_for_element(open);
  }

  /// `AMBER) text`, where nothing opens the bracket.
  void judge_closing(std::size_t close) {
    std::size_t begin = close;
    while (begin > 0 && (is_space(folded_[begin - 1]) || is_emphasis(folded_[begin - 1]))) --begin;
    for (const LevelName& name : block_.names.all()) {
      if (begin < name.folded.size()) continue;
      const std::size_t at = begin - name.folded.size();
      if (at > 0 && (is_word(folded_[at - 1]) || stands_behind_escape(at))) continue;
      const auto match = block_.names.match(folded_, at);
      if (!match || match->misspelt || match->end != begin || !match->capitals) continue;
      found_.push_back({Slip::bare, folded_[at].offset, block_.end_offset(close), match->name});
      return;
    }
  }

  /// `(Amber - commercially sensitive)`; a count, `(amber: 3)`, is prose, and so is what withholds
  /// nothing.
  bool opens_small_marking(const NameMatch& match) const {
    const std::size_t after = block_.skip(match.end, true);
    return !match.misspelt && match.name->level > Level{} && after < folded_.size() &&
           block_.is_clause_break(after) && is_letter_at(folded_, block_.skip(after + 1, true));
  }

  /// `[amber: words]`
  bool opens_small_span(std::size_t open, const NameMatch& match) const {
    const std::size_t after = block_.skip(match.end, true);
    return folded_[open].value == U'[' && !match.misspelt && after < folded_.size() &&
           !folded_[after].escaped && folded_[after].value == U':';
  }

  /// Backticks that stand for themselves are passed over.
  std::size_t skip_into(std::size_t at) const {
    at = block_.skip(at, true);
    while (at < folded_.size() && !folded_[at].escaped && folded_[at].value == U'`') {
      at = block_.skip(at + 1, true);
    }
    return at;
  }

  Slip slip_of(std::size_t open, const NameMatch& match) const {
    const std::size_t offset = folded_[open].offset;
    const char bracket = block_.text[offset];
    const std::size_t name =
        std::min(block_.text.find_first_not_of(' ', offset + 1), block_.text.size());
    if (match.misspelt) return Slip::misspelt;
    if (match.loose) return Slip::loose;
    const bool plain = (bracket == '(' || bracket == '[' || bracket == '{') &&
                       block_.reads(name, "", *match.name, "");
    if (!plain) return match.capitals ? Slip::look_alike : Slip::small;
    const bool well_formed =
        block_.reads(offset, "(", *match.name, ")") || block_.reads(offset, "[", *match.name, ": ");
    return well_formed && !stands_where_it_may(offset) ? Slip::misplaced : Slip::malformed;
  }

  /// Where a block's marking would stand, so that its form alone is at fault: `(AMBER)text`.
  bool stands_where_it_may(std::size_t offset) const {
    return offset == 0 &&
           (block_.place == TextPlace::paragraph || block_.place == TextPlace::first_cell);
  }

  void add(std::size_t open, const NameMatch& match, Slip slip) {
    const bool closed = match.end < folded_.size() && is_closing_bracket(folded_[match.end]);
    const std::size_t end =
        closed ? block_.end_offset(match.end) : block_.end_offset(match.end - 1);
    found_.push_back({slip, folded_[open].offset, end, match.name});
  }

  /// `(SECAS/AMBER)`: a name among the elements of a bracket. Small letters are prose but where a
  /// marking is at home, in a heading or where a block starts.
  void look_for_element(std::size_t open) {
    if (is_link_target(open)) return;
    const bool any_case = block_.place == TextPlace::heading || open == block_.first_word;
    const std::size_t limit =
        block_.partner[open] == kNoBracket ? folded_.size() : block_.partner[open];
    std::size_t at = open + 1;
    while (at < limit) {
      const auto match = block_.names.match(folded_, block_.skip(at, true));
      const bool named = match && !match->misspelt && (any_case || match->capitals);
      if (named && is_element(open, at, *match, limit)) return add_shared(open, limit, *match);
      at = next_separator(at);
      at += separator_length(at);
    }
    if (!finds_claim(open, limit)) look_for_last_word(open, limit);
  }

  /// Not that of `(RAG status: RED)`, which tells of one.
  bool is_element(std::size_t open, std::size_t begin, const NameMatch& match,
                  std::size_t limit) const {
    if (!ends_element(match, limit)) return false;
    return block_.place == TextPlace::heading || begin == open + 1 ||
           !is_separator(folded_[begin - 1]) || !tells_status(folded_, open + 1, begin);
  }

  bool ends_element(const NameMatch& match, std::size_t limit) const {
    std::size_t at = match.end;
    while (at < limit && (is_space(folded_[at]) || is_emphasis(folded_[at]) ||
                          is_idle_backslash(folded_[at]) || folded_[at].value == U'.')) {
      ++at;
    }
    if (at >= limit || element_separator(folded_, at) != 0) return true;
    return (block_.place == TextPlace::heading || match.capitals) && block_.is_clause_break(at);
  }

  /// `(this is AMBER)`
  bool finds_claim(std::size_t open, std::size_t limit) {
    if (limit == folded_.size()) return false;
    const auto match = claim_in_bracket(folded_, open, limit, block_.names);
    if (!match || !block_.ends_bracket(match->end)) return false;
    add_shared(open, limit, *match);
    return true;
  }

  /// `[End of AMBER]`
  void look_for_last_word(std::size_t open, std::size_t limit) {
    if (limit == folded_.size() || !encloses_mark(folded_, open, limit)) return;
    constexpr std::size_t kLongestEnd = 8;
    std::size_t at = limit;
    while (at > open + 1 && limit - at < kLongestEnd && !is_word(folded_[at - 1])) --at;
    while (at > open + 1 && (is_word(folded_[at - 1]) || folded_[at - 1].value == U':')) --at;
    const auto match = block_.names.match(folded_, at);
    if (!match || match->misspelt || !match->capitals || !block_.ends_bracket(match->end)) return;
    add_shared(open, limit, *match);
  }

  void add_shared(std::size_t open, std::size_t limit, const NameMatch& match) {
    const std::size_t last = limit < folded_.size() ? limit : match.end - 1;
    found_.push_back({Slip::shared, folded_[open].offset, block_.end_offset(last), match.name});
  }

  /// `[text](/path/RED)`
  bool is_link_target(std::size_t open) const {
    const std::size_t close = block_.partner[open];
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
    return block_.is_clause_break(at) ? 1 : 0;
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

  const ScannedBlock& block_;
  const FoldedMarkup& folded_;
  std::vector<std::size_t> next_separator_;  ///< Empty until it is asked for.
  std::vector<NearMiss> found_;
};

}  // namespace

std::vector<NearMiss> find_bracket_near_misses(const ScannedBlock& block,
                                               const std::vector<std::size_t>& taken) {
  return BracketJudge(block).judge_all(taken);
}

}  // namespace opsg::restricted
