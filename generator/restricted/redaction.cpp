#include "redaction.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "list_starts.h"

namespace opsg::restricted {
namespace {

/// The same whatever it stands for; escaped, so that Markdown makes nothing else of it.
constexpr std::string_view kRedactedSource = "\\[redacted\\]";

class Redactor {
 public:
  Redactor(const MarkedBody& marked, const Withholding& withheld, const Region& region)
      : marked_(marked),
        tree_(marked.document.tree),
        lines_(tree_.lines()),
        withheld_(withheld),
        region_(region) {}

  std::vector<TextEdit> edits() {
    cut_blocks();
    edit_zones();
    renumber_lists();
    strip_container_prefixes();
    return std::move(edits_);
  }

 private:
  /// Whole lines that go.
  struct Cut {
    std::size_t block;
    std::size_t begin;
    std::uint32_t last_line;
    bool leaves_no_line;
  };

  bool in_region(std::size_t block) const {
    return block >= region_.first_block && block < region_.end_block;
  }

  void cut_blocks() {
    for (const Cut& cut : cuts()) {
      if (lines_.begin(lines_.line_at(cut.begin)) >= open_container_end_) {
        make_cut(cut);
      }
    }
  }

  std::vector<Cut> cuts() const {
    std::vector<Cut> cuts;
    for (std::size_t i = 0; i < marked_.portions.size(); ++i) {
      const MarkedPortion& portion = marked_.portions[i];
      const bool cut = withheld_.portions[i] && !withheld_.hidden[i] &&
                       portion.portion.kind != PortionKind::span &&
                       in_region(portion.first_block) &&
                       !withheld_.blocks[tree_[portion.first_block].parent];
      if (cut) cuts.push_back(cut_of(portion));
    }
    for (std::size_t block : withheld_.emptied) {
      if (in_region(block)) cuts.push_back(cut_of(block));
    }
    std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.block < b.block;
    });
    return cuts;
  }

  Cut cut_of(const MarkedPortion& portion) const {
    const bool item_or_row = portion.portion.kind == PortionKind::list_item ||
                             portion.portion.kind == PortionKind::table_row;
    return {portion.first_block, portion.begin, lines_.line_at(portion.end), item_or_row};
  }

  Cut cut_of(std::size_t block) const {
    const Block& emptied = tree_[block];
    return {block, emptied.offset, emptied.last_line, emptied.kind == BlockKind::item};
  }

  void make_cut(const Cut& cut) {
    const std::uint32_t first = lines_.line_at(cut.begin);
    const std::size_t container = tree_.container_of(cut.block);
    const bool begins_container =
        container > region_.container && tree_[container].first_line == first;
    const bool behind_marker =
        open_container_end_ != 0 && lines_.begin(first) == open_container_end_;
    if (begins_container) {
      open_container(end_of_text_before(tree_[cut.block].offset), cut.last_line);
    } else if (behind_marker) {
      open_container(edits_.back().end, cut.last_line);
    } else if (cut.leaves_no_line) {
      edits_.push_back({lines_.begin(first), lines_.next(cut.last_line), ""});
    } else {
      edits_.push_back(
          {lines_.begin(first), lines_.end(cut.last_line), blank_line(container, first)});
    }
  }

  /// A container that loses its first block keeps its marker, on a line by itself. No blank line
  /// may follow: a list item can begin with at most one (CommonMark 5.2).
  void open_container(std::size_t begin, std::uint32_t last_line) {
    while (last_line < region_.lines.last && tree_.is_blank(last_line + 1)) ++last_line;
    edits_.push_back({begin, lines_.end(last_line), ""});
    open_container_end_ = lines_.next(last_line);
  }

  std::size_t end_of_text_before(std::size_t offset) const {
    return lines_.text().substr(0, offset).find_last_not_of(" \t") + 1;
  }

  /// An empty line inside the container: without its `>`, a line would end a quote.
  std::string blank_line(std::size_t container, std::uint32_t line) const {
    const std::size_t begin = tree_.content_of(region_.container, line).offset();
    const std::size_t end = tree_.content_of(container, line).offset();
    const std::string_view prefix = lines_[line].substr(begin, end - begin);
    return std::string(prefix.substr(0, prefix.find_last_not_of(" \t") + 1));
  }

  void edit_zones() {
    for (const Zone& zone : zones_of(marked_, withheld_)) {
      const std::uint32_t line = lines_.line_at(zone.begin);
      if (line < region_.lines.first || line > region_.lines.last) continue;
      edits_.push_back({zone.begin, zone.end, std::string(zone.redacted ? kRedactedSource : "")});
    }
  }

  void renumber_lists() {
    const ListStarts starts(tree_, withheld_, region_);
    for (std::size_t block = region_.first_block; block < region_.end_block; ++block) {
      const auto start = starts.of(block);
      if (start) renumber(first_kept_item(tree_, withheld_, block), *start);
    }
    const Block& first = tree_[region_.first_block];
    if (first.kind == BlockKind::item && tree_[first.parent].ordered) {
      renumber(region_.first_block, 1);
    }
  }

  /// Zeros keep the number as wide as it was, so that the item's other lines stay where they are.
  void renumber(std::size_t item, int number) {
    const std::size_t begin = tree_[item].offset;
    const std::size_t end = lines_.text().find_first_not_of("0123456789", begin);
    if (end == begin || end == std::string_view::npos) return;
    edits_.push_back({begin, end, fmt::format("{:0{}}", number, end - begin)});
  }

  void strip_container_prefixes() {
    if (region_.container == 0) return;
    for (std::uint32_t line = region_.lines.first; line <= region_.lines.last; ++line) {
      const LineCursor cursor = tree_.content_of(region_.container, line);
      const std::size_t begin = lines_.begin(line);
      edits_.push_back({begin, begin + cursor.offset(), std::string(cursor.spare_columns(), ' ')});
    }
  }

  const MarkedBody& marked_;
  const BlockTree& tree_;
  const SourceLines& lines_;
  const Withholding& withheld_;
  const Region& region_;
  std::vector<TextEdit> edits_;
  std::size_t open_container_end_ = 0;  ///< Where the line behind the last bare marker begins.
};

}  // namespace

Region whole_body(const BlockTree& tree) {
  return {0, tree.size(), {1, tree.lines().count()}, 0};
}

Region extract_region(const BlockTree& tree, const MarkedPortion& portion) {
  const SourceLines& lines = tree.lines();
  return {portion.first_block,
          portion.end_block,
          {lines.line_at(portion.begin), lines.line_at(portion.end)},
          tree.container_of(portion.first_block)};
}

Fragment redact(const MarkedBody& marked, const Withholding& withheld, const Region& region,
                const MarkdownBody& body) {
  std::vector<TextEdit> edits = Redactor(marked, withheld, region).edits();
  return apply_edits(marked.document.tree.lines(), region.lines, std::move(edits), body.first_line);
}

}  // namespace opsg::restricted
