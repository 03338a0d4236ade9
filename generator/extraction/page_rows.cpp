#include "page_rows.h"

#include <re2/re2.h>
#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "text.h"

namespace opsg::extraction {
namespace {

// Multiples of a line's height.
constexpr double kColumnGap = 1.1;   ///< Between columns, whatever stands above and below.
constexpr double kNarrowGap = 0.32;  ///< Wider than a space: between the columns of a table.
constexpr double kFarBelow = 3.5;    ///< No line of a table is further below the one before.
constexpr double kLooser = 1.13;     ///< Of a pitch: what is further apart is another cell.

/// Words of one line that stand together.
struct Segment {
  PageBox box;
  std::string text;
};

struct Column {
  double left = 0, right = 0;
};

void add_word(Segment& segment, const PageWord& word) {
  if (!segment.text.empty()) segment.text += ' ';
  segment.text += word.text;
  segment.box.top = std::min(segment.box.top, word.box.top);
  segment.box.right = std::max(segment.box.right, word.box.right);
  segment.box.bottom = std::max(segment.box.bottom, word.box.bottom);
}

std::vector<Segment> split_line(const PageLine& line, double gap) {
  std::vector<Segment> segments;
  for (const PageWord& word : line.words) {
    const bool begins =
        segments.empty() || word.box.left - segments.back().box.right > gap * line.box.height();
    if (begins) segments.push_back({word.box, {}});
    add_word(segments.back(), word);
  }
  return segments;
}

/// What a list or a heading begins with is no column of its own.
bool is_label(std::string_view text) {
  static const RE2 kLabel(R"([•●▪■◦o–\-\x{F0B7}]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]+)[.)]?)");
  return RE2::FullMatch({text.data(), text.size()}, kLabel);
}

/// Whether its gaps alone say that the line is a row of a table.
bool looks_like_row(const PageLine& line) {
  const std::vector<Segment> segments = split_line(line, kColumnGap);
  return segments.size() > 2 || (segments.size() == 2 && !is_label(segments.front().text));
}

std::string line_text(const PageLine& line) {
  Segment whole;
  for (const PageWord& word : line.words) add_word(whole, word);
  return std::move(whole.text);
}

/// Ranges of a page's width that do not touch each other.
class Columns {
 public:
  std::size_t count() const { return columns_.size(); }

  /// The first and the last column that the box stands in: nothing where it stands beside them all.
  std::optional<std::pair<std::size_t, std::size_t>> under(const PageBox& box) const {
    std::optional<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (box.left >= columns_[i].right || box.right <= columns_[i].left) continue;
      found = {found ? found->first : i, i};
    }
    return found;
  }

  bool touches_several(const PageBox& box) const {
    const auto stands_in = under(box);
    return stands_in && stands_in->first != stands_in->second;
  }

  /// Whether each piece of the line has a column of its own, and no column is empty.
  bool holds_row(const PageLine& line) const {
    const std::vector<Segment> segments = split_line(line, kNarrowGap);
    if (segments.size() != columns_.size()) return false;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (under(segments[i].box) != std::pair(i, i)) return false;
    }
    return true;
  }

  /// Makes room for the box. Columns that it touches, or all but touches, become one.
  void widen(const PageBox& box) {
    const double margin = kNarrowGap * box.height() / 2;
    Column added = {box.left - margin, box.right + margin};
    std::erase_if(columns_, [&](const Column& column) {
      if (column.left > added.right || column.right < added.left) return false;
      added = {std::min(added.left, column.left), std::max(added.right, column.right)};
      return true;
    });
    const auto behind = std::find_if(columns_.begin(), columns_.end(), [&](const Column& column) {
      return column.left > added.left;
    });
    columns_.insert(behind, added);
  }

 private:
  std::vector<Column> columns_;  ///< From left to right.
};

/// One cell in one column: segments of lines that follow each other closely.
struct Cell {
  std::size_t column = 0;
  PageBox box;
  std::string text;
  double last_top = 0;
};

/// The lines of a table between two rows that stretch over several of its columns.
class TablePart {
 public:
  bool empty() const { return lines_.empty(); }

  /// Whether the line can belong to this part: no piece of it stretches over columns, and each has
  /// a column of its own.
  bool takes(const PageLine& line) const {
    if (empty()) return looks_like_row(line);
    std::vector<std::size_t> taken;
    for (const Segment& segment : split_line(line, kNarrowGap)) {
      if (columns_.touches_several(segment.box)) return false;
      const auto stands_in = columns_.under(segment.box);
      if (stands_in) taken.push_back(stands_in->first);
    }
    return looks_like_row(line) || std::adjacent_find(taken.begin(), taken.end()) == taken.end() ||
           !columns_.touches_several(line.box);
  }

  const Columns& columns() const { return columns_; }

  /// Whether the line has words in the first column only: behind a gap such a line is a heading of
  /// what comes next rather than a row.
  bool is_alone_in_front(const PageLine& line) const {
    return !empty() && columns_.under(line.box) == std::pair<std::size_t, std::size_t>(0, 0);
  }

  void add(const PageLine& line) {
    for (const Segment& segment : split_line(line, kNarrowGap)) columns_.widen(segment.box);
    lines_.push_back(&line);
  }

  std::vector<PageRow> rows(double pitch) const {
    const std::vector<std::vector<Cell>> lines = cells_of_lines();
    if (columns_.count() < 2) return line_rows(lines);
    if (is_evenly_spaced(pitch) && has_full_lines(lines)) return line_rows(lines);
    const std::vector<Cell> cells = join_lines(lines, pitch);
    return rows_by(cells, key_column(cells));
  }

 private:
  static void put(PageRow& row, const Cell& cell) {
    if (row.cells.size() <= cell.column) row.cells.resize(cell.column + 1);
    std::string& text = row.cells[cell.column];
    text += text.empty() ? cell.text : ' ' + cell.text;
  }

  std::vector<std::vector<Cell>> cells_of_lines() const {
    std::vector<std::vector<Cell>> lines;
    for (const PageLine* line : lines_) {
      lines.emplace_back();
      for (const Segment& segment : split_line(*line, kNarrowGap)) {
        const std::size_t column = columns_.under(segment.box)->first;
        lines.back().push_back({column, segment.box, segment.text, segment.box.top});
      }
    }
    return lines;
  }

  /// Every line is a row: nothing tells rows from the lines of their cells.
  static std::vector<PageRow> line_rows(const std::vector<std::vector<Cell>>& lines) {
    std::vector<PageRow> rows;
    for (const auto& line : lines) {
      rows.emplace_back();
      for (const Cell& cell : line) put(rows.back(), cell);
    }
    return rows;
  }

  /// Whether no space parts rows from the lines of their cells.
  bool is_evenly_spaced(double pitch) const {
    const auto is_apart = [&](const PageLine* above, const PageLine* line) {
      return line->box.top - above->box.top > kLooser * pitch * line->box.height();
    };
    return std::adjacent_find(lines_.begin(), lines_.end(), is_apart) == lines_.end();
  }

  /// Two such lines look like rows rather than like lines of one.
  bool has_full_lines(const std::vector<std::vector<Cell>>& lines) const {
    return std::count_if(lines.begin(), lines.end(),
                         [&](const auto& line) { return line.size() == columns_.count(); }) > 1;
  }

  static std::vector<Cell> join_lines(const std::vector<std::vector<Cell>>& lines, double pitch) {
    std::vector<Cell> cells;
    for (const auto& line : lines) {
      for (const Cell& next : line) {
        const auto above = std::find_if(cells.rbegin(), cells.rend(), [&](const Cell& cell) {
          return cell.column == next.column;
        });
        const double reach = kLooser * pitch * next.box.height();
        if (above == cells.rend() || next.box.top - above->last_top > reach) {
          cells.push_back(next);
          continue;
        }
        above->text += ' ' + next.text;
        above->box.bottom = next.box.bottom;
        above->last_top = next.box.top;
      }
    }
    return cells;
  }

  /// The column that is divided most finely: its cells are the rows.
  static std::size_t key_column(const std::vector<Cell>& cells) {
    std::vector<std::size_t> counts;
    for (const Cell& cell : cells) {
      counts.resize(std::max(counts.size(), cell.column + 1));
      ++counts[cell.column];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return static_cast<std::size_t>(most - counts.begin());
  }

  struct Row {
    PageBox box;
    PageRow row;
  };

  static double shared_height(const PageBox& a, const PageBox& b) {
    return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  }

  /// The first row that is beside the cell for good: cells that span rows stand in their first.
  static Row* row_beside(std::vector<Row>& rows, const Cell& cell) {
    for (Row& row : rows) {
      const double smaller = std::min(row.box.height(), cell.box.height());
      if (shared_height(row.box, cell.box) > 0.4 * smaller) return &row;
    }
    return nullptr;
  }

  static std::vector<PageRow> rows_by(const std::vector<Cell>& cells, std::size_t key) {
    std::vector<Row> rows;
    for (const Cell& cell : cells) {
      if (cell.column != key) continue;
      rows.push_back({cell.box, {}});
      put(rows.back().row, cell);
    }
    for (const Cell& cell : cells) {
      if (cell.column == key) continue;
      Row* row = row_beside(rows, cell);
      if (!row) row = &rows.emplace_back(Row{cell.box, {}});
      put(row->row, cell);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.box.top < b.box.top; });
    std::vector<PageRow> out;
    for (Row& row : rows) out.push_back(std::move(row.row));
    return out;
  }

  std::vector<const PageLine*> lines_;  ///< Borrowed from the page.
  Columns columns_;
};

class RowReader {
 public:
  explicit RowReader(double pitch) : pitch_(pitch) {}

  void read(const PageLine& line) {
    const double height = line.box.height();
    const double below = above_ ? line.box.top - above_->top : 0;
    const bool after_gap = below > kLooser * pitch_ * height;
    if (below > kFarBelow * height) leave_table();
    above_ = line.box;
    if (!part_.takes(line) || (after_gap && part_.is_alone_in_front(line))) flush();
    if (part_.takes(line)) {
      if (part_.empty()) part_after_gap_ = after_gap;
      if (part_.empty() && table_ && table_->columns.holds_row(line)) claim_rows_between();
      part_.add(line);
    } else {
      rows_.push_back({{line_text(line)}, after_gap});
    }
  }

  std::vector<PageRow> finish() {
    flush();
    return std::move(rows_);
  }

 private:
  /// The part that was read last, and how many rows there were at its end.
  struct LastPart {
    Columns columns;
    std::size_t end = 0;
  };

  void flush() {
    if (part_.empty()) return;
    std::vector<PageRow> rows = part_.rows(pitch_);
    rows.front().after_gap = part_after_gap_;
    std::move(rows.begin(), rows.end(), std::back_inserter(rows_));
    table_ = LastPart{part_.columns(), rows_.size()};
    part_ = TablePart();
  }

  void leave_table() {
    flush();
    table_.reset();
  }

  /// The table goes on: the running text since its last part stretched across its columns. Its
  /// lines are joined to paragraphs, each a row whose first cell alone is filled.
  void claim_rows_between() {
    std::vector<PageRow> joined;
    for (std::size_t i = table_->end; i < rows_.size(); ++i) {
      if (joined.empty() || rows_[i].after_gap) {
        joined.push_back(std::move(rows_[i]));
      } else {
        joined.back().cells.front() += ' ' + rows_[i].cells.front();
      }
    }
    for (PageRow& row : joined) row.cells.resize(table_->columns.count());
    rows_.resize(table_->end);
    std::move(joined.begin(), joined.end(), std::back_inserter(rows_));
  }

  double pitch_;
  TablePart part_;
  bool part_after_gap_ = false;
  std::optional<LastPart> table_;
  std::optional<PageBox> above_;
  std::vector<PageRow> rows_;
};

}  // namespace

std::vector<PageRow> read_rows(const PageLines& lines, double pitch) {
  RowReader reader(pitch);
  for (const PageLine& line : lines) reader.read(line);
  return reader.finish();
}

}  // namespace opsg::extraction
