#include "marking_scanner.h"

#include <algorithm>
#include <utility>

#include "bare_near_misses.h"
#include "bracket_near_misses.h"
#include "bracket_pairs.h"
#include "closing_near_misses.h"
#include "foreign_markings.h"
#include "scanned_block.h"

namespace opsg::restricted {
namespace {

class MarkingFinder {
 public:
  explicit MarkingFinder(const ScannedBlock& block) : block_(block) {}

  ScannedText find() {
    find_block_marking();
    find_heading_marking();
    append(find_bare_near_misses(block_, block_.first_word));
    append(find_closing_near_misses(block_, block_.first_word, block_.folded.size()));
    append(find_foreign_markings(block_, block_.first_word));
    for (std::size_t i = 0; i < block_.folded.size(); ++i) {
      if (is_opening_bracket(block_.folded[i])) find_span(i);
    }
    for (const Marking& marking : found_.markings) find_other_level(marking);
    std::sort(taken_.begin(), taken_.end());
    append(find_bracket_near_misses(block_, taken_));
    const auto by_place = [](const auto& a, const auto& b) { return a.begin < b.begin; };
    std::stable_sort(found_.markings.begin(), found_.markings.end(), by_place);
    std::stable_sort(found_.near_misses.begin(), found_.near_misses.end(), by_place);
    return std::move(found_);
  }

 private:
  void append(const std::vector<NearMiss>& misses) {
    found_.near_misses.insert(found_.near_misses.end(), misses.begin(), misses.end());
  }

  /// `(WHITE) AMBER: text`, `[WHITE: AMBER: text]`, `[WHITE: text. AMBER]`
  void find_other_level(const Marking& marking) {
    if (marking.form == MarkingForm::heading) return;
    const std::size_t first = block_.first_word_from(marking.name_end);
    append_other(find_bare_near_misses(block_, first), marking.level);
    append_other(find_foreign_markings(block_, first), marking.level);
    if (marking.form != MarkingForm::span) return;
    const std::size_t close = block_.partner[block_.index_of(marking.bracket)];
    append_other(find_closing_near_misses(block_, first, close), marking.level);
  }

  void append_other(std::vector<NearMiss> misses, Level level) {
    std::erase_if(misses, [&](const NearMiss& miss) { return miss.meant->level == level; });
    append(misses);
  }

  void take(const Marking& marking) {
    found_.markings.push_back(marking);
    taken_.push_back(marking.bracket);
  }

  /// `(AMBER) text`
  void find_block_marking() {
    if (block_.place != TextPlace::paragraph && block_.place != TextPlace::first_cell) return;
    const std::string_view text = block_.text;
    for (const LevelName& name : block_.names.all()) {
      if (!block_.reads(0, "(", name, ") ")) continue;
      const std::size_t name_end = name.capitals.size() + 2;
      const std::size_t end = std::min(text.find_first_not_of(' ', name_end), text.size());
      const bool text_follows = end < text.size() && text[end] != '\n';
      if (!text_follows && block_.place != TextPlace::first_cell) return;
      return take({MarkingForm::block, name.level, 0, end, 0, name_end, 0});
    }
  }

  /// `text (AMBER)`
  void find_heading_marking() {
    if (block_.place != TextPlace::heading) return;
    const std::string_view text = block_.text;
    for (const LevelName& name : block_.names.all()) {
      const std::size_t length = name.capitals.size() + 2;
      if (text.size() < length || !block_.reads(text.size() - length, "(", name, ")")) continue;
      const std::size_t bracket = text.size() - length;
      if (!is_live_bracket(bracket)) continue;
      if (bracket > 0 && text[bracket - 1] != ' ') continue;
      const std::size_t last = text.substr(0, bracket).find_last_not_of(' ');
      const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
      return take({MarkingForm::heading, name.level, begin, text.size(), bracket, text.size(), 0});
    }
  }

  /// Neither escaped nor within a code span.
  bool is_live_bracket(std::size_t offset) const {
    const FoldedMarkup& folded = block_.folded;
    const std::size_t at = block_.index_of(offset);
    return at != folded.size() && folded[at].offset == offset && is_opening_bracket(folded[at]);
  }

  /// `[AMBER: words]`
  void find_span(std::size_t open) {
    const std::size_t begin = block_.folded[open].offset;
    const LevelName* name = span_name(begin);
    if (!name) return;
    const std::size_t name_end = begin + name->capitals.size() + 2;
    if (block_.partner[open] == kNoBracket) {
      found_.near_misses.push_back({Slip::unclosed, begin, name_end, name});
      taken_.push_back(begin);
      return;
    }
    const std::size_t close = block_.folded[block_.partner[open]].offset;
    const std::size_t end = std::min(block_.text.find_first_not_of(" \n", name_end), close);
    take({MarkingForm::span, name->level, begin, end, begin, name_end, close});
  }

  /// The name of `[AMBER: ` at `offset`, if that is what stands there exactly.
  const LevelName* span_name(std::size_t offset) const {
    if (block_.place == TextPlace::elsewhere) return nullptr;
    if (offset > 0 && block_.text[offset - 1] == '!') return nullptr;
    for (const LevelName& name : block_.names.all()) {
      if (block_.reads(offset, "[", name, ": ") || block_.reads(offset, "[", name, ":\n")) {
        return &name;
      }
    }
    return nullptr;
  }

  const ScannedBlock& block_;
  std::vector<std::size_t> taken_;  ///< Offsets of brackets that need no judging.
  ScannedText found_;
};

}  // namespace

ScannedText scan_markings(std::string_view text, TextPlace place,
                          const std::vector<InlineAtom>& atoms, const LevelNames& names) {
  const ScannedBlock block(text, place, atoms, names);
  return MarkingFinder(block).find();
}

}  // namespace opsg::restricted
