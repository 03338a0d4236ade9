#include "portion_rules.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "body_places.h"
#include "lead_in.h"
#include "portion_ends.h"

namespace opsg::restricted {
namespace {

class PortionChecker {
 public:
  PortionChecker(const MarkedBody& marked, const MarkdownBody& body, const Portion& document,
                 const MarkingContext& context, Diagnostics& diagnostics)
      : marked_(marked),
        tree_(marked.document.tree),
        body_(body),
        document_(document),
        context_(context),
        diagnostics_(diagnostics),
        portion_of_(tree_.size(), kNoPortion) {
    for (std::size_t i = 0; i < marked.portions.size(); ++i) {
      const MarkedPortion& portion = marked.portions[i];
      if (portion.end_block > portion.first_block) portion_of_[portion.first_block] = i;
    }
  }

  void check() {
    for (const MarkedPortion& portion : marked_.portions) {
      if (context_.rules.lower_markings) check_level(portion);
      if (context_.rules.structure) check_nested_heading(portion);
      if (context_.rules.structure) check_blocks_before(portion);
      if (context_.rules.lead_ins) check_list_behind(portion);
    }
  }

 private:
  const Portion& around(const MarkedPortion& portion) const {
    return portion.parent == kNoPortion ? document_ : marked_.portions[portion.parent].portion;
  }

  std::string name(Level level) const { return context_.policy[level].name; }

  /// Only an extract, which has nothing but the document around it, may be lower.
  void check_level(const MarkedPortion& marked) {
    const Portion& portion = marked.portion;
    const Portion& outer = around(marked);
    if (portion.level >= outer.level || portion.extract) return;
    const bool row = portion.kind == PortionKind::table_row && marked.parent == kNoPortion;
    diagnostics_
        .error("marking-lower", portion.marking,
               fmt::format("marked {}, inside what is {}", name(portion.level), name(outer.level)))
        .note(fmt::format("{} stands here", name(outer.level)), outer.marking)
        .with_help(row ? "a row cannot be lower than its table: mark the header row for the table"
                       : "raise this marking, or mark what is around it lower and the rest of it "
                         "portion by portion");
  }

  void check_nested_heading(const MarkedPortion& marked) {
    if (marked.portion.kind != PortionKind::section || tree_[marked.first_block].parent == 0) {
      return;
    }
    diagnostics_
        .error("marking-nested-heading", marked.portion.marking,
               "a heading inside a list or quote has no section to mark")
        .with_help("mark the list item or quote at its first paragraph, or move the heading out");
  }

  /// The first paragraph of a quote or item covers it; one behind another block, only itself.
  void check_blocks_before(const MarkedPortion& marked) {
    const std::size_t paragraph = marked.first_block;
    const std::size_t around = tree_[paragraph].parent;
    const BlockKind kind = tree_[around].kind;
    if (marked.portion.kind != PortionKind::paragraph) return;
    if (kind != BlockKind::item && kind != BlockKind::block_quote) return;
    bool unmarked = false;
    for (std::size_t before = around + 1; before != paragraph; before = tree_[before].end) {
      if (tree_[before].kind == BlockKind::paragraph) return;
      unmarked = unmarked || is_unmarked_block(before);
    }
    if (unmarked) report_not_first(marked, kind);
  }

  void report_not_first(const MarkedPortion& marked, BlockKind around) {
    const std::string_view name = around == BlockKind::item ? "list item" : "quote";
    diagnostics_
        .error("marking-not-first", marked.portion.marking,
               fmt::format("a marking at the first paragraph of a {0} covers the {0}, but another "
                           "block stands before this one",
                           name))
        .with_help(fmt::format("begin the {} with the marked paragraph, or put the text before it "
                               "outside",
                               name));
  }

  void check_list_behind(const MarkedPortion& marked) {
    if (marked.portion.level == around(marked).level) return;
    const std::size_t next = block_led_to(marked);
    if (next == tree_.size()) return;
    if (has_fields_behind(marked, next)) {
      report_fields_behind(marked, next);
    } else if (!is_marked(next) && is_lead_in(last_text(marked))) {
      report_lead_in(marked, next);
    } else if (is_unmarked_text(next) && leaves_bracket_open(marked)) {
      report_open_bracket(marked, next);
    }
  }

  /// What raises an entry is for the registers to say, which are not known here; of other blocks
  /// than paragraphs, and of spans, only those count that no reader could take for prose.
  bool has_fields_behind(const MarkedPortion& marked, std::size_t next) const {
    if (!could_hold_fields(marked_.document, next) || all_items_marked(next)) return false;
    return marked.portion.kind == PortionKind::paragraph || is_action(tree_, marking_of(marked));
  }

  bool is_unmarked_block(std::size_t block) const {
    if (tree_[block].kind == BlockKind::list) return !all_items_marked(block);
    return portion_of_[block] == kNoPortion;
  }

  /// A heading ends whatever was left open before it.
  bool is_unmarked_text(std::size_t block) const {
    const BlockKind kind = tree_[block].kind;
    const bool text =
        kind != BlockKind::heading && kind != BlockKind::item && kind != BlockKind::row;
    return text && is_unmarked_block(block);
  }

  /// People read what stands in brackets as one, however many paragraphs it has.
  bool leaves_bracket_open(const MarkedPortion& marked) const {
    const PortionKind kind = marked.portion.kind;
    if (kind != PortionKind::paragraph && kind != PortionKind::list_item &&
        kind != PortionKind::block_quote) {
      return false;
    }
    const std::string_view text = tree_.lines().text();
    std::size_t open = 0;
    for (const char c : text.substr(marked.begin, marked.end - marked.begin)) {
      if (c == '[') ++open;
      if (c == ']' && open > 0) --open;
    }
    return open > 0;
  }

  /// What the end of the portion could lead to: comments and rules between say nothing.
  std::size_t block_led_to(const MarkedPortion& marked) const {
    const bool span = marked.portion.kind == PortionKind::span;
    std::size_t next = span ? tree_[marked.first_block].end : marked.end_block;
    while (next != tree_.size() && (tree_[next].kind == BlockKind::html_block ||
                                    tree_[next].kind == BlockKind::thematic_break)) {
      next = tree_[next].end;
    }
    return next;
  }

  /// The text at whose end the portion ends; empty where it ends in none.
  std::string last_text(const MarkedPortion& marked) const {
    switch (marked.portion.kind) {
      case PortionKind::paragraph:
      case PortionKind::list_item:
      case PortionKind::block_quote: {
        const std::size_t last = marked.end_block - 1;
        const bool known = tree_[last].kind == BlockKind::paragraph && tree_[last].first_line != 0;
        return known ? inline_text(tree_, last).text() : std::string();
      }
      case PortionKind::span:
        return span_at_end(marked);
      default:
        return {};
    }
  }

  /// What is in a span that ends its paragraph.
  std::string span_at_end(const MarkedPortion& marked) const {
    const Block& block = tree_[marked.first_block];
    if (block.kind != BlockKind::paragraph || block.first_line == 0) return {};
    const std::string_view text = tree_.lines().text();
    const std::size_t end = tree_.lines().end(block.last_line);
    const std::string_view behind = text.substr(marked.end, end - marked.end);
    const bool last = behind.find_first_not_of(" \t\r\n.*_)\"'") == std::string_view::npos;
    if (!last) return {};
    return std::string(text.substr(marked.begin, marked.end - 1 - marked.begin));
  }

  /// Whether the block is none that a lead-in leads to, or is marked as a whole.
  bool is_marked(std::size_t block) const {
    switch (tree_[block].kind) {
      case BlockKind::list:
        return all_items_marked(block);
      case BlockKind::item:
      case BlockKind::table:
      case BlockKind::block_quote:
        return portion_of_[block] != kNoPortion;
      case BlockKind::code_block:
        return false;
      default:
        return true;
    }
  }

  bool all_items_marked(std::size_t list) const {
    for (std::size_t item = list + 1; item != tree_.size(); item = tree_.next_sibling(item)) {
      if (portion_of_[item] == kNoPortion) return false;
    }
    return true;
  }

  void report_lead_in(const MarkedPortion& marked, std::size_t next) {
    Diagnostic& found = diagnostics_.error(
        "marking-lead-in", marked.portion.marking,
        fmt::format("marked {}, but what it leads to is not", name(marked.portion.level)));
    note_unmarked(found, next);
    found.with_help(
        tree_[next].kind == BlockKind::code_block
            ? "code cannot be marked by itself: mark a section around both"
            : "mark each list item, the quote's first paragraph or the table's header row too, or "
              "end the paragraph with a full stop");
  }

  void report_fields_behind(const MarkedPortion& marked, std::size_t next) {
    Diagnostic& found = diagnostics_.error(
        "marking-partial-fields", marked.portion.marking,
        fmt::format("marked {}, but not the list behind it, which reads as its fields",
                    name(marked.portion.level)));
    note_unmarked(found, next);
    found.with_help(
        "write `ACTION` and every item as `Name: value`, mark each item too, or put a paragraph "
        "between them");
  }

  void report_open_bracket(const MarkedPortion& marked, std::size_t next) {
    Diagnostic& found =
        diagnostics_.error("marking-lead-in", marked.portion.marking,
                           fmt::format("marked {}, but a bracket that it opens is not closed in it",
                                       name(marked.portion.level)));
    note_unmarked(found, next);
    found.with_help("close the bracket, or mark each paragraph that stands in it");
  }

  void note_unmarked(Diagnostic& found, std::size_t block) const {
    const std::uint32_t line = tree_[block].first_line;
    if (line != 0) found.note("this is not marked", body_line(body_, tree_.lines(), line));
  }

  const PlacedMarking& marking_of(const MarkedPortion& marked) const {
    return marked_.document.markings[marked.marking];
  }

  const MarkedBody& marked_;
  const BlockTree& tree_;
  const MarkdownBody& body_;
  const Portion& document_;
  const MarkingContext& context_;
  Diagnostics& diagnostics_;
  std::vector<std::size_t> portion_of_;
};

}  // namespace

void check_portions(const MarkedBody& marked, const MarkdownBody& body, const Portion& document,
                    const MarkingContext& context, Diagnostics& diagnostics) {
  PortionChecker(marked, body, document, context, diagnostics).check();
  if (context.rules.structure) check_portion_ends(marked, body, diagnostics);
}

}  // namespace opsg::restricted
