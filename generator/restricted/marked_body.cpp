#include <algorithm>
#include <iterator>
#include <string_view>

#include "ascii.h"
#include "body_places.h"
#include "folded_markup.h"
#include "marked_body.h"
#include "text.h"

namespace opsg::restricted {
namespace {

constexpr std::size_t kLongestFieldName = 40;

std::string_view without_emphasis(std::string_view text) {
  const std::size_t begin = text.find_first_not_of("*_ ");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

/// `Owner: DCC`, `**Target date:** 26 October`
bool is_field(std::string_view text) {
  text = without_emphasis(text);
  const std::size_t colon = text.substr(0, kLongestFieldName).find(':');
  if (colon == std::string_view::npos || !is_word_byte(text.front())) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return is_word_byte(c) || std::string_view(" *_'-/&()").find(c) != std::string_view::npos;
  });
}

bool is_field_item(const BlockTree& tree, std::size_t item) {
  const std::size_t first = item + 1;
  return tree.has_children(item) && tree[first].kind == BlockKind::paragraph &&
         tree[first].first_line != 0 && is_field(inline_text(tree, first).text());
}

bool holds_fields_only(const BlockTree& tree, std::size_t list) {
  if (tree[list].kind != BlockKind::list) return false;
  for (std::size_t item = list + 1; item != tree.size(); item = tree.next_sibling(item)) {
    if (!is_field_item(tree, item)) return false;
  }
  return true;
}

/// The next sibling, comments passed over, as those who read records do; size() where there is
/// none.
std::size_t block_below(const BlockTree& tree, std::size_t block) {
  std::size_t next = tree.next_sibling(block);
  while (next != tree.size() && tree[next].kind == BlockKind::html_block) {
    next = tree.next_sibling(next);
  }
  return next;
}

/// The colon of `[AMBER: words]`
bool belongs_to_marking(std::size_t colon, const std::vector<PlacedMarking>& markings) {
  const auto behind = std::upper_bound(
      markings.begin(), markings.end(), colon,
      [](std::size_t at, const PlacedMarking& marking) { return at < marking.bracket; });
  return behind != markings.begin() && colon < std::prev(behind)->end;
}

/// However the name is written: as code, struck out, with entities or escapes.
bool could_be_field(const InlineText& text, const std::vector<PlacedMarking>& markings) {
  constexpr std::size_t kLongestWritten = 4 * kLongestFieldName;
  const std::string start = text.text().substr(0, kLongestWritten);
  const FoldedMarkup folded = fold_markup(start, {});
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i].value != U':' || belongs_to_marking(text.source(folded[i].offset), markings)) {
      continue;
    }
    if (i + 1 == folded.size()) return true;
    if (!is_word(folded[i + 1]) && folded[i + 1].value != U'/') return true;
  }
  return false;
}

class ExtentFinder {
 public:
  ExtentFinder(const MarkedDocument& document, const MarkdownBody& body, Level label)
      : document_(document), tree_(document.tree), body_(body), label_(label) {}

  std::vector<MarkedPortion> find() {
    for (std::size_t i = 0; i < document_.markings.size(); ++i) {
      portions_.push_back(extent_of(document_.markings[i]));
      portions_.back().marking = i;
    }
    std::stable_sort(portions_.begin(), portions_.end(), [](const auto& a, const auto& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    nest();
    return std::move(portions_);
  }

 private:
  MarkedPortion extent_of(const PlacedMarking& marking) const {
    if (marking.form == MarkingForm::span) return span(marking);
    if (marking.form == MarkingForm::heading) return section(marking);
    if (tree_[marking.block].kind == BlockKind::cell) return row(marking);
    return paragraph(marking);
  }

  MarkedPortion span(const PlacedMarking& marking) const {
    MarkedPortion portion = covering(PortionKind::span, marking, marking.block, marking.block);
    portion.begin = marking.begin;
    portion.end = marking.close + 1;
    const SourceLines& lines = tree_.lines();
    const std::uint32_t first = lines.line_at(marking.begin);
    const std::uint32_t last = lines.line_at(marking.close);
    set_lines(portion, first, last);
    portion.portion.first_column = column(marking.begin, first);
    portion.portion.last_column = column(marking.close, last);
    return portion;
  }

  /// Up to the next heading of the same or a higher level, among the document's own blocks.
  MarkedPortion section(const PlacedMarking& marking) const {
    const std::size_t heading = marking.block;
    std::size_t next = tree_.next_sibling(heading);
    const auto ends_section = [&](std::size_t block) {
      return tree_[block].kind == BlockKind::heading &&
             tree_[block].heading_level <= tree_[heading].heading_level;
    };
    while (next != tree_.size() && !ends_section(next)) next = tree_.next_sibling(next);
    const bool nested = tree_[heading].parent != 0;
    const bool last = next == tree_.size();
    const std::size_t end = last && nested ? tree_[tree_[heading].parent].end : next;
    MarkedPortion portion = covering(PortionKind::section, marking, heading, end);
    const std::uint32_t last_line = nested ? tree_[tree_[heading].parent].last_line
                                    : last ? tree_.lines().count()
                                           : tree_[next].first_line - 1;
    set_extent(portion, tree_.lines().begin(tree_[heading].first_line),
               std::max(last_line, tree_[heading].last_line));
    return portion;
  }

  /// A header row covers its table.
  MarkedPortion row(const PlacedMarking& marking) const {
    const std::size_t row = tree_[marking.block].parent;
    const bool header = tree_.is_first_child(row);
    const std::size_t block = header ? tree_[row].parent : row;
    const auto kind = header ? PortionKind::table : PortionKind::table_row;
    return block_portion(kind, marking, block, block);
  }

  /// A quote's or item's first paragraph covers all of it, an ACTION its fields.
  MarkedPortion paragraph(const PlacedMarking& marking) const {
    const std::size_t parent = tree_[marking.block].parent;
    const BlockKind around = tree_[parent].kind;
    const bool first = is_first_paragraph(marking.block);
    if (first && around == BlockKind::item) {
      return block_portion(PortionKind::list_item, marking, parent, parent);
    }
    if (first && around == BlockKind::block_quote) {
      return block_portion(PortionKind::block_quote, marking, parent, parent);
    }
    const std::size_t next = block_below(tree_, marking.block);
    const bool fields =
        next != tree_.size() && is_action(tree_, marking) && holds_fields_only(tree_, next);
    return block_portion(PortionKind::paragraph, marking, marking.block,
                         fields ? next : marking.block);
  }

  /// Comments and rules in front of it say nothing.
  bool is_first_paragraph(std::size_t block) const {
    for (std::size_t before = tree_[block].parent + 1; before != block;
         before = tree_.next_sibling(before)) {
      const BlockKind kind = tree_[before].kind;
      if (kind != BlockKind::html_block && kind != BlockKind::thematic_break) return false;
    }
    return true;
  }

  MarkedPortion block_portion(PortionKind kind, const PlacedMarking& marking, std::size_t first,
                              std::size_t last) const {
    MarkedPortion portion = covering(kind, marking, first, tree_[last].end);
    set_extent(portion, tree_[first].offset, tree_[last].last_line);
    return portion;
  }

  MarkedPortion covering(PortionKind kind, const PlacedMarking& marking, std::size_t first_block,
                         std::size_t end_block) const {
    MarkedPortion portion;
    portion.portion.kind = kind;
    portion.portion.level = marking.level;
    portion.portion.marking = body_span(body_, tree_.lines(), marking.bracket, marking.name_end);
    portion.first_block = first_block;
    portion.end_block = end_block;
    return portion;
  }

  void set_extent(MarkedPortion& portion, std::size_t begin, std::uint32_t last_line) const {
    portion.begin = begin;
    portion.end = tree_.lines().end(last_line);
    set_lines(portion, tree_.lines().line_at(begin), last_line);
  }

  void set_lines(MarkedPortion& portion, std::uint32_t first, std::uint32_t last) const {
    portion.portion.first_line = file_line(body_, first);
    portion.portion.last_line = file_line(body_, last);
  }

  std::uint32_t column(std::size_t offset, std::uint32_t line) const {
    return static_cast<std::uint32_t>(offset - tree_.lines().begin(line) + 1);
  }

  void nest() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < portions_.size(); ++i) {
      MarkedPortion& portion = portions_[i];
      while (!open.empty() && portions_[open.back()].end <= portion.begin) open.pop_back();
      if (!open.empty()) portion.parent = open.back();
      const bool stands_alone = portion.portion.kind != PortionKind::span &&
                                portion.portion.kind != PortionKind::table_row;
      portion.portion.extract = open.empty() && stands_alone && portion.portion.level < label_;
      open.push_back(i);
    }
  }

  const MarkedDocument& document_;
  const BlockTree& tree_;
  const MarkdownBody& body_;
  Level label_;
  std::vector<MarkedPortion> portions_;
};

}  // namespace

std::vector<MarkedPortion> find_extents(const MarkedDocument& document, const MarkdownBody& body,
                                        Level label) {
  return ExtentFinder(document, body, label).find();
}

bool is_action(const BlockTree& tree, const PlacedMarking& marking) {
  constexpr std::string_view kKeyword = "ACTION";
  const std::string_view text = tree.lines().text();
  const std::string_view line =
      text.substr(marking.end, text.find('\n', marking.end) - marking.end);
  const std::string_view words = without_emphasis(line);
  return starts_with_ignoring_case(words, kKeyword) &&
         (words.size() == kKeyword.size() || !is_word_byte(words[kKeyword.size()]));
}

bool could_hold_fields(const MarkedDocument& document, std::size_t list) {
  const BlockTree& tree = document.tree;
  if (tree[list].kind != BlockKind::list) return false;
  for (std::size_t item = list + 1; item != tree.size(); item = tree.next_sibling(item)) {
    std::size_t first = item + 1;
    while (first < tree[item].end && tree[first].kind != BlockKind::paragraph) {
      first = tree[first].end;
    }
    const bool known = first < tree[item].end && tree[first].first_line != 0;
    if (known && could_be_field(inline_text(tree, first), document.markings)) return true;
  }
  return false;
}

}  // namespace opsg::restricted
