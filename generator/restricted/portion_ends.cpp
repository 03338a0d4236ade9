#include "portion_ends.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "body_places.h"

namespace opsg::restricted {
namespace {

class EndChecker {
 public:
  EndChecker(const MarkedBody& marked, const MarkdownBody& body, Diagnostics& diagnostics)
      : marked_(marked), tree_(marked.document.tree), body_(body), diagnostics_(diagnostics) {}

  void check() {
    for (const MarkedPortion& portion : marked_.portions) {
      const std::size_t next = portion.end_block;
      if (portion.portion.kind == PortionKind::table_row) check_row_behind(portion, next);
      if (!ends_as_block(portion.portion.kind) || next == tree_.size()) continue;
      // Where its lines are not known, another rule has said so.
      const bool known = tree_[next].first_line != 0 && tree_[portion.first_block].first_line != 0;
      if (!known || tree_[next].kind == BlockKind::item || begins_marked(next)) continue;
      check_end(portion, next);
    }
  }

 private:
  /// A section goes on up to a heading, and rows and spans are no blocks.
  static bool ends_as_block(PortionKind kind) {
    return kind == PortionKind::paragraph || kind == PortionKind::list_item ||
           kind == PortionKind::block_quote || kind == PortionKind::table;
  }

  /// Portions stand in the order in which they begin.
  bool begins_marked(std::size_t block) const {
    const std::uint32_t line = tree_[block].first_line;
    const auto first = std::partition_point(
        marked_.portions.begin(), marked_.portions.end(),
        [&](const MarkedPortion& each) { return each.begin < tree_.lines().begin(line); });
    return first != marked_.portions.end() && first->begin < tree_.lines().end(line) &&
           first->portion.kind != PortionKind::span;
  }

  /// A line without bars that touches a table is a row of it, which looks like the last one's rest.
  void check_row_behind(const MarkedPortion& portion, std::size_t next) {
    if (next == tree_.size() || tree_[next].kind != BlockKind::row) return;
    if (tree_[next].first_line == 0 || begins_marked(next)) return;
    if (tree_.lines()[tree_[next].first_line].find('|') != std::string_view::npos) return;
    report("structure-touching-block", portion, next,
           "this is no part of the marked row that it touches, but a row of its own",
           "write a row in one line, or put bars around this one");
  }

  void check_end(const MarkedPortion& portion, std::size_t next) {
    const std::uint32_t before = tree_[next].first_line - 1;
    if (!tree_.is_blank(before)) {
      report("structure-touching-block", portion, next,
             "this is no part of the marked block that it touches",
             "put a blank line between them, or write it so that it is part of the block");
    } else if (indent_of(next, next) > indent_of(portion.first_block, next)) {
      report("structure-indent", portion, next,
             "this is indented like a part of the marked block above, and is none",
             "indent it as far as the text of the block, or not at all");
    }
  }

  /// Of a block's first line, in columns behind what the other's container puts before it.
  std::size_t indent_of(std::size_t block, std::size_t other) const {
    return tree_.content_of(tree_.container_of(other), tree_[block].first_line).indent();
  }

  void report(std::string_view code, const MarkedPortion& portion, std::size_t next,
              std::string message, std::string help) {
    diagnostics_
        .error(code, body_line(body_, tree_.lines(), tree_[next].first_line), std::move(message))
        .note("the marking is here", portion.portion.marking)
        .with_help(std::move(help));
  }

  const MarkedBody& marked_;
  const BlockTree& tree_;
  const MarkdownBody& body_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_portion_ends(const MarkedBody& marked, const MarkdownBody& body,
                        Diagnostics& diagnostics) {
  EndChecker(marked, body, diagnostics).check();
}

}  // namespace opsg::restricted
