#include "bare_near_misses.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "ascii.h"
#include "bare_names.h"
#include "loose_marks.h"

namespace opsg::restricted {
namespace {

class BareNameFinder {
 public:
  BareNameFinder(const ScannedBlock& block, std::size_t first)
      : block_(block), folded_(block.folded), first_(first) {}

  std::vector<NearMiss> find() {
    if (const auto match = block_.names.match(folded_, first_)) judge_opening_name(first_, *match);
    const bool opens = !found_.empty();
    if (!opens) find_mark_line();
    if (found_.empty() && block_.place == TextPlace::paragraph) find_in_entry();
    const bool seek = first_ == block_.first_word && (opens || found_.empty());
    if (seek && block_.place == TextPlace::heading) find_in_heading(opens ? first_ + 1 : 1);
    return std::move(found_);
  }

 private:
  void judge_opening_name(std::size_t at, const NameMatch& match) {
    const std::size_t after = bare_name_end(folded_, match, block_.names);
    const bool separated = after != match.end && match.capitals &&
                           (block_.place != TextPlace::cell || opens_cell(match, after));
    if (separated) return add(Slip::bare, at, after, match);
    if (is_unlike_prose(match)) return add(Slip::bare, at, match.end, match);
    if (!match.capitals || match.misspelt) return;
    const std::size_t name_end = quoted_end(at, match.end);
    if (stands_alone(match, name_end)) return add(Slip::alone, at, match.end, match);
    const auto end = loose_end(match, name_end);
    if (end && match.name->level > Level{}) add(Slip::bare, at, *end, match);
  }

  /// Behind the quotation marks around the name.
  std::size_t quoted_end(std::size_t at, std::size_t end) const {
    while (at > 0 && (is_space(folded_[at - 1]) || is_emphasis(folded_[at - 1]))) --at;
    return at > 0 && is_quote(folded_[at - 1]) ? pass_quotes(folded_, end) : end;
  }

  /// `AMBER`, and `## AMBER`, which withholds something.
  bool stands_alone(const NameMatch& match, std::size_t name_end) const {
    const bool heading = block_.place == TextPlace::heading && match.name->level > Level{};
    return (heading || block_.place == TextPlace::paragraph) && block_.ends_line(name_end);
  }

  /// Behind what makes the name look like a marking though no colon or dash follows: `AMBER. text`,
  /// `AMBER The supplier`, `"AMBER" text`.
  std::optional<std::size_t> loose_end(const NameMatch& match, std::size_t name_end) const {
    if (block_.place == TextPlace::cell) return std::nullopt;
    const std::size_t next = block_.skip(name_end, false);
    if (opens_sentence(folded_, next)) return name_end;
    const std::size_t mark = pass_loose_mark(folded_, name_end, block_.names);
    if (mark != name_end && block_.place != TextPlace::first_cell) return mark;
    const bool quoted = name_end != match.end;
    if (!quoted || next >= folded_.size()) return std::nullopt;
    if (is_separator(folded_[next])) return next + 1;
    const bool text = is_letter_at(folded_, next) && !follows_quoted_name(folded_, next);
    return text ? std::optional(name_end) : std::nullopt;
  }

  /// `| x | AMBER: text |`; but `RED: 3` counts, and `RED - late` is a status.
  bool opens_cell(const NameMatch& match, std::size_t after) const {
    return !match.misspelt && folded_[after - 1].value == U':' &&
           is_letter_at(folded_, block_.skip(after, false));
  }

  /// `TLP:AMBER`; but such a name may be all that a cell holds.
  bool is_unlike_prose(const NameMatch& match) const {
    const bool cell = block_.place == TextPlace::first_cell || block_.place == TextPlace::cell;
    const bool whole_cell = cell && block_.ends_line(match.end);
    return match.name->has_colon() && !whole_cell;
  }

  /// A line of nothing but a name and words that go with it: `END OF AMBER`, `AMBER section
  /// begins`.
  void find_mark_line() {
    if (block_.place != TextPlace::paragraph && block_.place != TextPlace::heading) return;
    const std::size_t first = pass_mark_words(first_);
    const auto match = block_.names.match(folded_, first);
    if (!match || !match->capitals || match->misspelt) return;
    const std::size_t behind = block_.skip(match->end, false);
    std::size_t end = pass_mark_words(behind);
    const bool said = first != first_ || end != behind;
    if (!said || !block_.ends_line(end)) return;
    while (end > match->end && !is_word(folded_[end - 1])) --end;
    add(Slip::alone, first_, end, *match);
  }

  std::size_t pass_mark_words(std::size_t at) const {
    for (std::size_t end = pass_word(at); end != at; end = pass_word(at)) {
      at = block_.skip(end, false);
    }
    return at;
  }

  std::size_t pass_word(std::size_t at) const {
    const std::size_t end = pass_mark_word(folded_, at);
    const bool heading = end == at && block_.place == TextPlace::heading;
    return heading ? pass_heading_word(folded_, at) : end;
  }

  /// `ACTION OPSG 41/02 AMBER: text`, `ACTION: AMBER - text`, `**ACTION OPSG 41/02: AMBER** text`
  void find_in_entry() {
    constexpr std::size_t kLongestKey = 40;
    if (!opens_entry(folded_, first_)) return;
    const std::size_t end = std::min(folded_.size(), first_ + kLongestKey);
    for (std::size_t at = first_ + 2; at < end && found_.empty(); ++at) {
      const bool begins = is_word(folded_[at]) && !is_word(folded_[at - 1]);
      if (begins && stands_behind_key(at)) judge_in_entry(at);
    }
  }

  /// Behind a number, or behind the keyword itself.
  bool stands_behind_key(std::size_t at) const {
    while (at > first_ && (is_space(folded_[at - 1]) || is_emphasis(folded_[at - 1]) ||
                           is_separator(folded_[at - 1]) || folded_[at - 1].value == U',')) {
      --at;
    }
    const auto from = [&](std::size_t i) {
      return folded_.begin() + static_cast<std::ptrdiff_t>(i);
    };
    return at > first_ &&
           (is_digit(folded_[at - 1]) || std::all_of(from(first_), from(at), is_word));
  }

  void judge_in_entry(std::size_t at) {
    const auto own = block_.names.match(folded_, at);
    const auto match = own && !own->misspelt ? own : block_.names.match_foreign(folded_, at);
    if (!match || !match->capitals) return;
    const std::size_t mark = block_.skip(match->end, false);
    const bool separated = mark < folded_.size() && is_separator(folded_[mark]);
    const bool ends_emphasis = match->end < folded_.size() && is_emphasis(folded_[match->end]) &&
                               !is_emphasis(folded_[at - 1]);
    if (!separated && !ends_emphasis) return;
    const Slip slip = match->name == own_name(own) ? Slip::bare : Slip::foreign;
    add(slip, at, separated ? mark + 1 : match->end, *match);
  }

  static const LevelName* own_name(const std::optional<NameMatch>& own) {
    return own ? own->name : nullptr;
  }

  void find_in_heading(std::size_t from) {
    for (std::size_t at = from; at < folded_.size(); ++at) {
      if (is_word(folded_[at - 1]) || !is_word(folded_[at])) continue;
      const auto match = block_.names.match(folded_, at);
      if (!match || (match->misspelt && !match->loose)) continue;
      if (match->capitals) judge_name_in_heading(at, *match);
      at = match->end - 1;
    }
  }

  void judge_name_in_heading(std::size_t at, const NameMatch& match) {
    std::size_t before = at - 1;
    while (before > 0 && (is_space(folded_[before]) || is_emphasis(folded_[before]))) --before;
    const std::size_t after = block_.skip(match.end, false);
    const bool separated = after < folded_.size() && is_separator(folded_[after]);
    const bool parted = block_.is_clause_break(before) && !ends_status_word(folded_, before);
    if (separated && (parted || is_digit(folded_[before]))) {
      return add(Slip::bare, at, after + 1, match);
    }
    if (!block_.ends_line(match.end)) return;
    if (parted || is_last_element(before, match))
      return add(Slip::bare_end, before, match.end, match);
    const bool closed_name = match.name->has_colon() && match.name->level > Level{};
    if (closed_name) add(Slip::bare_end, at, match.end, match);
  }

  /// `## text / AMBER`, `## Text. AMBER`
  bool is_last_element(std::size_t before, const NameMatch& match) const {
    const bool mark =
        !folded_[before].escaped &&
        std::u32string_view(U"/,|.!?;").find(folded_[before].value) != std::u32string_view::npos;
    const bool abbreviates = folded_[before].value == U'.' && ends_abbreviation(folded_, before);
    return mark && !abbreviates && match.name->level > Level{} &&
           !stands_behind_name(folded_, before, block_.names);
  }

  void add(Slip slip, std::size_t begin, std::size_t end, const NameMatch& match) {
    found_.push_back({slip, folded_[begin].offset, block_.end_offset(end - 1), match.name});
  }

  const ScannedBlock& block_;
  const FoldedMarkup& folded_;
  std::size_t first_;
  std::vector<NearMiss> found_;
};

}  // namespace

std::vector<NearMiss> find_bare_near_misses(const ScannedBlock& block, std::size_t first) {
  return BareNameFinder(block, first).find();
}

}  // namespace opsg::restricted
