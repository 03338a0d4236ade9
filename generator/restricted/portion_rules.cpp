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

  void check_list_behind(const MarkedPortion& marked) {
    if (marked.portion.level == around(marked).level) return;
    const std::size_t next = block_led_to(marked);
    if (has_partial_fields(marked)) {
      report_partial_fields(marked);
    } else if (next != tree_.size() && !is_marked(next) && is_lead_in(last_text(marked))) {
      report_lead_in(marked, next);
    }
  }

  bool has_partial_fields(const MarkedPortion& marked) const {
    if (marked.portion.kind != PortionKind::paragraph) return false;
    const std::size_t next = block_below(tree_, marked.first_block);
    return next != tree_.size() && next >= marked.end_block &&
           is_action(tree_, marking_of(marked)) && field_items(tree_, next) == FieldItems::some;
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
    const std::uint32_t line = tree_[next].first_line;
    Diagnostic& found = diagnostics_.error(
        "marking-lead-in", marked.portion.marking,
        fmt::format("marked {}, but what it leads to is not", name(marked.portion.level)));
    if (line != 0) found.note("this is not marked", body_line(body_, tree_.lines(), line));
    found.with_help(
        tree_[next].kind == BlockKind::code_block
            ? "code cannot be marked by itself: mark a section around both"
            : "mark each list item, the quote's first paragraph or the table's header row too, or "
              "end the paragraph with a full stop");
  }

  void report_partial_fields(const MarkedPortion& marked) {
    diagnostics_
        .error("marking-partial-fields", marked.portion.marking,
               "the list below this ACTION is only in part a list of fields")
        .with_help("write every item as `Name: value`, or put a paragraph between them");
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
