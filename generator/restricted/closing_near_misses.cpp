#include "closing_near_misses.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "bare_names.h"
#include "bracket_elements.h"
#include "bracket_pairs.h"
#include "loose_marks.h"

namespace opsg::restricted {
namespace {

/// Fewer words before a dash could name what has a status: "LSC 5 - RED".
constexpr std::size_t kLeastWords = 6;
/// Names that begin further from the end are not looked for.
constexpr std::size_t kLongestClosing = 64;

class ClosingNameFinder {
 public:
  ClosingNameFinder(const ScannedBlock& block, std::size_t first, std::size_t end)
      : block_(block), folded_(block.folded), first_(first), end_(end) {}

  std::vector<NearMiss> find() const {
    if (block_.place == TextPlace::heading || block_.place == TextPlace::elsewhere) return {};
    for (std::size_t at = std::max(first_ + 1, reach_begin()); at < end_; ++at) {
      if (!is_word(folded_[at]) || is_word(folded_[at - 1])) continue;
      const auto match = block_.names.match(folded_, at);
      if (match && is_meant(*match) && ends_text(match->end)) return judge(at, *match);
    }
    return {};
  }

 private:
  std::size_t reach_begin() const { return end_ - std::min(end_, kLongestClosing); }

  bool is_cell() const {
    return block_.place == TextPlace::cell || block_.place == TextPlace::first_cell;
  }

  static bool is_meant(const NameMatch& match) {
    return match.capitals && (!match.misspelt || match.loose) && match.name->level > Level{};
  }

  bool ends_text(std::size_t at) const {
    while (at < end_ && (is_around(folded_[at]) || is_decoration(folded_[at]) ||
                         folded_[at].value == U'.' || folded_[at].value == U'!')) {
      ++at;
    }
    return at >= end_;
  }

  std::vector<NearMiss> judge(std::size_t at, const NameMatch& match) const {
    std::size_t before = at;
    bool quoted = false;
    for (; before > 0 && is_around(folded_[before - 1]); --before) {
      quoted = quoted || is_quote(folded_[before - 1]);
    }
    if (before <= first_) return {};
    if (ends_sentence(pass_back(before))) return miss(Slip::bare_end, at, match);
    if (names_status(folded_, before)) return {};
    const bool named = match.name->has_colon();
    if (is_parting_mark(before - 1, named)) return judge_parted(before - 1, match);
    const bool quote = quoted && !is_cell() && is_word(folded_[before - 1]) &&
                       !leads_to_quoted_name(folded_, before);
    return quote ? miss(Slip::bare_end, at, match) : std::vector<NearMiss>();
  }

  /// `text - AMBER`
  std::vector<NearMiss> judge_parted(std::size_t mark, const NameMatch& match) const {
    if (names_other_level(mark, match)) return {};
    if (match.name->has_colon() || is_long(mark)) return miss(Slip::bare_end, mark, match);
    const bool numbered = is_word(last_before(mark)) && !is_letter(last_before(mark));
    if (is_cell() || numbered) return {};
    return miss(Slip::status_end, mark, match);
  }

  /// "M1 - GREEN; M2 - RED" tells of statuses, "The RED team was late - AMBER" does not.
  bool names_other_level(std::size_t end, const NameMatch& own) const {
    constexpr std::size_t kLongestLead = 200;
    for (std::size_t at = end - std::min(end, kLongestLead); at < end; ++at) {
      if (!is_word(folded_[at]) || (at > 0 && is_word(folded_[at - 1]))) continue;
      const auto match = block_.names.match(folded_, at);
      const bool other =
          match && match->capitals && !match->misspelt && match->name->level != own.name->level;
      if (other && is_parted(at, match->end)) return true;
    }
    return stands_behind_name(folded_, end, block_.names);
  }

  /// Like the status of one thing among others: ` - GREEN;`, `: GREEN and`.
  bool is_parted(std::size_t begin, std::size_t end) const {
    while (begin > 0 && (folded_[begin - 1].value == U' ' || is_emphasis(folded_[begin - 1]))) {
      --begin;
    }
    if (begin == 0 || !is_parting_mark(begin - 1, true)) return false;
    while (end < folded_.size() && (folded_[end].value == U' ' || is_emphasis(folded_[end]))) ++end;
    return end < folded_.size() &&
           (element_separator(folded_, end) != 0 || folded_[end].value == U'.' ||
            folded_[end].value == U'\n' || folded_[end].value == U'\r');
  }

  static bool is_around(const FoldedChar& c) {
    return is_space(c) || is_emphasis(c) || is_quote(c) || is_idle_backslash(c);
  }

  static bool is_stop(const FoldedChar& c) {
    return std::u32string_view(U".!?;\u2026\u3002").find(c.value) != std::u32string_view::npos;
  }

  static bool is_letter(const FoldedChar& c) { return c.value < U'0' || c.value > U'9'; }

  const FoldedChar& last_before(std::size_t at) const {
    while (at > 1 && is_around(folded_[at - 1])) --at;
    return folded_[at - 1];
  }

  /// Before what may stand between a sentence's end and the name: closing brackets, links' targets,
  /// footnotes' references.
  std::size_t pass_back(std::size_t at) const {
    while (at > 1) {
      const FoldedChar& c = folded_[at - 1];
      const bool bracket = std::u32string_view(U")]}").find(c.value) != std::u32string_view::npos;
      if (is_stop(c) || (!is_around(c) && !bracket && !is_decoration(c))) break;
      at = bracket ? pass_bracket_back(at - 1) : at - 1;
    }
    return at;
  }

  std::size_t pass_bracket_back(std::size_t close) const {
    const std::size_t open = block_.partner[close];
    if (open == kNoBracket || open == 0) return close;
    const bool target = is_closing_bracket(folded_[open - 1]);
    const bool footnote = folded_[open + 1].value == U'^';
    return target || footnote ? open : close;
  }

  /// Behind a stop that ends no abbreviation, "vs.", and no other name.
  bool ends_sentence(std::size_t end) const {
    const FoldedChar& c = folded_[end - 1];
    if (c.escaped || !is_stop(c)) return false;
    const bool abbreviates = c.value == U'.' && ends_abbreviation(folded_, end - 1);
    return !abbreviates && !stands_behind_name(folded_, end - 1, block_.names);
  }

  bool is_parting_mark(std::size_t at, bool named) const {
    const FoldedChar& c = folded_[at];
    if (c.escaped) return false;
    if (c.value == U'-') return block_.is_clause_break(at);
    return c.value == U'/' || c.value == U'|' || (named && c.value == U':');
  }

  bool is_long(std::size_t end) const {
    std::size_t words = 0;
    for (std::size_t at = first_; at < end && words < kLeastWords; ++at) {
      if (is_word(folded_[at]) && (at == 0 || !is_word(folded_[at - 1]))) ++words;
    }
    return words >= kLeastWords;
  }

  std::vector<NearMiss> miss(Slip slip, std::size_t begin, const NameMatch& match) const {
    return {{slip, folded_[begin].offset, block_.end_offset(match.end - 1), match.name}};
  }

  const ScannedBlock& block_;
  const FoldedMarkup& folded_;
  std::size_t first_;
  std::size_t end_;
};

}  // namespace

std::vector<NearMiss> find_closing_near_misses(const ScannedBlock& block, std::size_t first,
                                               std::size_t end) {
  return ClosingNameFinder(block, first, end).find();
}

}  // namespace opsg::restricted
