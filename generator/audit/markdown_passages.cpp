#include "markdown_passages.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "block_collector.h"
#include "comments.h"
#include "leaf_text.h"
#include "markdown_line.h"
#include "text.h"

namespace opsg::audit {
namespace {

/// The level of a portion, and whether it comes from a marking, inside which none is lower.
struct Extent {
  Level level;
  bool marked = false;

  Extent inside(const std::optional<Marking>& marking) const {
    if (!marking) return *this;
    return {marked ? std::max(level, marking->level) : marking->level, true};
  }
};

/// "Owner: DCC"
bool looks_like_field(std::string_view text) {
  return text.substr(0, 60).find(':') != std::string_view::npos;
}

class MarkdownReader {
 public:
  MarkdownReader(const SourceFile& file, const MarkdownScope& scope, FileReading& reading)
      : scope_(scope), blocks_(file, scope, reading), sections_{{0, {scope.label}}} {}

  void read(std::string_view text, std::size_t body_begin) {
    std::size_t offset = body_begin;
    for (std::size_t end; offset < text.size(); offset = end + 1) {
      end = std::min(text.find('\n', offset), text.size());
      next_line_ = text.substr(std::min(end + 1, text.size()));
      next_line_ = next_line_.substr(0, next_line_.find('\n'));
      read_line({text.substr(offset, end - offset), static_cast<std::uint32_t>(offset)});
    }
    close_leaf();
  }

 private:
  enum class Leaf { none, paragraph, code, fence, table };

  struct Section {
    std::size_t rank = 0;
    Extent extent;
  };
  struct Container {
    bool quote = false;
    std::size_t width = 0;  ///< Of a list item: columns of the marker.
    Extent extent;
    bool fresh = true;  ///< A marking on what comes next covers all of it.
  };

  Extent extent() const {
    return containers_.empty() ? sections_.back().extent : containers_.back().extent;
  }

  void read_line(MarkdownLine line) {
    const std::size_t matched = match_containers(line);
    const bool all_matched = matched == containers_.size();
    if (line.is_blank()) return read_blank_line(matched);
    if (leaf_ == Leaf::fence && all_matched) return read_fenced_line(line);
    if (!all_matched && leaf_ == Leaf::paragraph && !starts_block(line)) return add_line(line);
    if (!all_matched) {
      close_leaf();
      containers_.resize(matched);
    }
    open_containers(line);
    read_leaf(line);
  }

  std::size_t match_containers(MarkdownLine& line) const {
    std::size_t matched = 0;
    for (const Container& container : containers_) {
      if (container.quote) {
        if (!is_quote(line)) break;
        skip_quote_mark(line);
      } else if (line.indent() >= container.width) {
        line.skip_columns(container.width);
      } else if (!line.is_blank()) {
        break;
      }
      ++matched;
    }
    return matched;
  }

  static void skip_quote_mark(MarkdownLine& line) {
    line.skip_columns(line.indent() + 1);
    if (line.indent() > 0) line.skip_columns(1);
  }

  void read_blank_line(std::size_t matched) {
    if (leaf_ == Leaf::fence && matched == containers_.size()) return;
    close_leaf();
    containers_.resize(matched);
  }

  void read_fenced_line(const MarkdownLine& line) {
    if (closes_fence(line, fence_)) return close_leaf();
    add_line(line);
  }

  void open_containers(MarkdownLine& line) {
    for (;;) {
      const auto marker = list_marker(line);
      const bool interrupts = leaf_ != Leaf::paragraph || (marker && marker->can_interrupt);
      if (is_quote(line)) {
        open_container({true, 0, extent()});
        skip_quote_mark(line);
      } else if (marker && interrupts) {
        line.skip_columns(marker->width);
        open_container({false, marker->width, item_extent(line.rest())});
      } else {
        return;
      }
    }
  }

  void open_container(const Container& container) {
    close_leaf();
    containers_.push_back(container);
  }

  /// The fields of a raised entry are covered by the marking of its paragraph.
  Extent item_extent(std::string_view text) {
    if (fields_ && fields_depth_ == containers_.size() && !looks_like_field(text)) fields_.reset();
    return fields_ && fields_depth_ == containers_.size() ? *fields_ : extent();
  }

  void read_leaf(MarkdownLine& line) {
    if (line.is_blank()) return;
    if (leaf_ == Leaf::paragraph && !starts_block(line)) return add_line(line);
    if (leaf_ == Leaf::table && !starts_block(line)) {
      read_row(line);
      return;
    }
    if (leaf_ == Leaf::code && line.indent() > 3) return add_line(line);
    close_leaf();
    if (containers_.size() <= fields_depth_) fields_.reset();
    const bool covers = !containers_.empty() && std::exchange(fresh(), false);
    if (line.indent() > 3) return start_leaf(Leaf::code, line, extent());
    line.skip_indent();
    if (const std::size_t rank = heading_rank(line)) return read_heading(line, rank);
    if (is_thematic_break(line)) return;
    fence_ = code_fence(line);
    if (!fence_.empty()) return start_leaf(Leaf::fence, line, extent());
    if (line.rest().find('|') != std::string_view::npos && is_delimiter_row(next_line_)) {
      return start_table(line);
    }
    start_paragraph(line, covers);
  }

  bool& fresh() { return containers_.back().fresh; }

  void add_line(MarkdownLine line) {
    line.skip_indent();
    blocks_.add_line(line.rest(), line.offset());
  }

  void start_leaf(Leaf leaf, const MarkdownLine& line, Extent extent) {
    leaf_ = leaf;
    blocks_.start(extent.level);
    add_line(line);
  }

  void close_leaf() {
    if (leaf_ != Leaf::none && leaf_ != Leaf::table) blocks_.finish();
    leaf_ = Leaf::none;
  }

  static std::optional<Marking> skip_marking(MarkdownLine& line, const Policy& policy) {
    const auto marking = leading_marking(line.rest(), policy);
    if (marking) line.skip_columns(marking->length);
    line.skip_indent();
    return marking;
  }

  void start_paragraph(MarkdownLine& line, bool covers_container) {
    const auto marking = skip_marking(line, scope_.policy);
    const Extent own = extent().inside(marking);
    if (marking && covers_container) containers_.back().extent = own;
    if (marking && raises_entry(line.rest())) {
      fields_ = own;
      fields_depth_ = containers_.size();
    }
    start_leaf(Leaf::paragraph, line, own);
  }

  bool raises_entry(std::string_view text) const {
    const std::size_t begin = std::min(text.find_first_not_of("*_"), text.size());
    const std::string upper = ascii_upper(text.substr(begin, 80));
    const auto& keywords = scope_.raising_keywords;
    return std::any_of(keywords.begin(), keywords.end(),
                       [&](const std::string& keyword) { return upper.starts_with(keyword); });
  }

  void read_heading(MarkdownLine& line, std::size_t rank) {
    line.skip_columns(rank);
    line.skip_indent();
    std::string_view title = trim_right(line.rest());
    const std::size_t last = title.find_last_not_of('#');
    if (last == title.npos || title[last] == ' ') title = trim_right(title.substr(0, last + 1));
    const auto marking = trailing_marking(title, scope_.policy);
    if (marking) title.remove_suffix(marking->length);
    if (!containers_.empty()) return add_heading(title, line.offset(), extent().inside(marking));
    while (sections_.back().rank >= rank) sections_.pop_back();
    sections_.push_back({rank, sections_.back().extent.inside(marking)});
    add_heading(title, line.offset(), extent());
  }

  void add_heading(std::string_view title, std::uint32_t offset, Extent extent) {
    blocks_.start(extent.level);
    blocks_.add_line(title, offset);
    blocks_.finish_heading();
  }

  void start_table(MarkdownLine& line) {
    leaf_ = Leaf::table;
    table_ = extent();
    table_ = read_row(line);
  }

  /// The extent of the row, which for the header is the table's.
  Extent read_row(MarkdownLine& line) {
    line.skip_indent();
    if (is_delimiter_row(line.rest())) return table_;
    if (line.rest().starts_with('|')) line.skip_columns(1);
    line.skip_indent();
    const Extent row = table_.inside(skip_marking(line, scope_.policy));
    const std::string_view cells = line.rest();
    for (std::size_t begin = 0; begin < cells.size();) {
      std::size_t end = cells.find('|', begin);
      while (end != cells.npos && end > 0 && cells[end - 1] == '\\') end = cells.find('|', end + 1);
      end = std::min(end, cells.size());
      blocks_.start(row.level);
      blocks_.add_line(cells.substr(begin, end - begin),
                       line.offset() + static_cast<std::uint32_t>(begin));
      blocks_.finish();
      begin = end + 1;
    }
    return row;
  }

  const MarkdownScope& scope_;
  BlockCollector blocks_;
  std::vector<Section> sections_;
  std::vector<Container> containers_;
  Leaf leaf_ = Leaf::none;
  std::string_view fence_;
  Extent table_;
  std::optional<Extent> fields_;
  std::size_t fields_depth_ = 0;
  std::string_view next_line_;
};

}  // namespace

void read_markdown(const SourceFile& file, std::size_t body_begin, const MarkdownScope& scope,
                   FileReading& reading) {
  const std::string visible = take_out_comments(file, body_begin, reading);
  MarkdownReader(file, scope, reading).read(visible, body_begin);
}

}  // namespace opsg::audit
