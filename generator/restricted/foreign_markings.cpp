#include "foreign_markings.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "bare_names.h"
#include "bracket_pairs.h"
#include "loose_marks.h"

namespace opsg::restricted {
namespace {

class ForeignMarkingFinder {
 public:
  ForeignMarkingFinder(const ScannedBlock& block, std::size_t first)
      : block_(block), folded_(block.folded), first_(first) {}

  std::vector<NearMiss> find() {
    if (first_ < folded_.size() && is_opening_bracket(folded_[first_])) {
      judge_bracket(first_);
    } else if (const auto match = block_.names.match_foreign(folded_, first_)) {
      judge_opening(first_, *match);
    }
    if (found_.empty() && first_ == block_.first_word) judge_last_bracket();
    if (found_.empty() && first_ == block_.first_word) find_closing_name();
    return std::move(found_);
  }

 private:
  void judge_opening(std::size_t at, const NameMatch& match) {
    const std::size_t after = bare_name_end(folded_, match, block_.names);
    if (after != match.end && is_letter_at(folded_, block_.skip(after, false))) {
      return add(at, after, match);
    }
    const std::size_t mark = pass_loose_mark(folded_, match.end, block_.names);
    if (mark != match.end) return add(at, mark, match);
    const std::size_t next = block_.skip(match.end, false);
    const bool cell = block_.place == TextPlace::cell;
    if (!cell && opens_sentence(folded_, next)) return add(at, match.end, match);
    const bool alone = block_.place == TextPlace::paragraph || block_.place == TextPlace::heading;
    if (alone && block_.ends_line(pass_words(next))) add(at, match.end, match);
  }

  /// `## CONFIDENTIAL items`
  std::size_t pass_words(std::size_t at) const {
    const bool heading = block_.place == TextPlace::heading;
    for (std::size_t end = at;; at = block_.skip(end, false)) {
      end = pass_mark_word(folded_, at);
      if (end == at && heading) end = pass_heading_word(folded_, at);
      if (end == at) return at;
    }
  }

  /// `A sentence. CONFIDENTIAL`, `## Title - CONFIDENTIAL`
  void find_closing_name() {
    if (block_.place == TextPlace::elsewhere) return;
    constexpr std::size_t kReach = 64;
    const std::size_t size = folded_.size();
    for (std::size_t at = std::max(first_ + 1, size - std::min(size, kReach)); at < size; ++at) {
      if (!is_word(folded_[at]) || is_word(folded_[at - 1])) continue;
      const auto match = block_.names.match_foreign(folded_, at);
      if (!match || !std::all_of(folded_.begin() + static_cast<std::ptrdiff_t>(match->end),
                                 folded_.end(), is_passed_at_end)) {
        continue;
      }
      if (is_parted(at)) add(at, match->end, *match);
      return;
    }
  }

  /// Behind a stop or, but for cells, a dash.
  bool is_parted(std::size_t at) const {
    while (at > first_ && (is_space(folded_[at - 1]) || is_emphasis(folded_[at - 1]) ||
                           is_quote(folded_[at - 1]))) {
      --at;
    }
    if (at <= first_) return false;
    const FoldedChar& c = folded_[at - 1];
    const bool stop =
        !c.escaped && std::u32string_view(U".!?;").find(c.value) != std::u32string_view::npos;
    const bool cell = block_.place == TextPlace::cell || block_.place == TextPlace::first_cell;
    return stop || (!cell && c.value == U'-' && block_.is_clause_break(at - 1));
  }

  /// `(RESTRICTED)`, with nothing else in the bracket.
  void judge_bracket(std::size_t open) {
    const auto match = block_.names.match_foreign(folded_, block_.skip(open + 1, false));
    if (!match || !block_.ends_bracket(match->end)) return;
    const std::size_t close = block_.partner[open];
    add(open, close == kNoBracket ? match->end : close + 1, *match);
  }

  void judge_last_bracket() {
    if (block_.place == TextPlace::cell || block_.place == TextPlace::elsewhere) return;
    std::size_t last = folded_.size();
    while (last > 0 && is_passed_at_end(folded_[last - 1])) --last;
    if (last == 0 || !is_closing_bracket(folded_[last - 1])) return;
    const std::size_t open = block_.partner[last - 1];
    if (open != kNoBracket) judge_bracket(open);
  }

  static bool is_passed_at_end(const FoldedChar& c) {
    return is_space(c) || is_emphasis(c) || is_idle_backslash(c) || is_quote(c) || c.value == U'.';
  }

  void add(std::size_t begin, std::size_t end, const NameMatch& match) {
    found_.push_back(
        {Slip::foreign, folded_[begin].offset, block_.end_offset(end - 1), match.name});
  }

  const ScannedBlock& block_;
  const FoldedMarkup& folded_;
  std::size_t first_;
  std::vector<NearMiss> found_;
};

}  // namespace

std::vector<NearMiss> find_foreign_markings(const ScannedBlock& block, std::size_t first) {
  return ForeignMarkingFinder(block, first).find();
}

}  // namespace opsg::restricted
