#include "foreign_markings.h"

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
    const bool alone = block_.place == TextPlace::paragraph || block_.place == TextPlace::heading;
    if (alone && block_.ends_line(match.end)) add(at, match.end, match);
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
    return is_space(c) || is_emphasis(c) || c.value == U'.';
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
