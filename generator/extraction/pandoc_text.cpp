#include "pandoc_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "pandoc_inlines.h"
#include "styled_text.h"
#include "text.h"
#include "word_preparation.h"

namespace opsg::extraction {
namespace {

using Json = nlohmann::json;

constexpr int kWidestTable = 200;
/// In tables as narrow as lists of people, every paragraph of a cell is a row; wider ones hold
/// text.
constexpr std::size_t kColumnsOfLists = 3;

/// Where paragraphs and rows go.
class LineSink {
 public:
  virtual ~LineSink() = default;
  virtual void add(const std::string& text, int heading) = 0;
  /// The line that the next text comes to.
  virtual std::uint32_t next_line() const = 0;
};

class DocumentSink : public LineSink {
 public:
  explicit DocumentSink(DocumentBuilder& builder) : builder_(builder) {}
  void add(const std::string& text, int heading) override { builder_.add(text, 0, heading); }
  std::uint32_t next_line() const override { return builder_.next_line(); }

 private:
  DocumentBuilder& builder_;
};

/// A cell of a table, all of which is on one line.
class CellSink : public LineSink {
 public:
  explicit CellSink(std::uint32_t line) : line_(line) {}
  void add(const std::string& text, int) override {
    for (const std::string_view line : split(text, '\n')) {
      if (!trim(line).empty()) paragraphs.push_back(collapse_space(line));
    }
  }
  std::uint32_t next_line() const override { return line_; }

  std::vector<std::string> paragraphs;

 private:
  std::uint32_t line_;
};

/// Runs of spaces become one; tabs and line ends stay.
std::string single_spaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  return out;
}

/// "a", "12", "iv": what lists have in brackets before their items.
bool is_list_label(std::string_view text) {
  return text.size() < 2 || text.find_first_not_of("0123456789") == text.npos ||
         text.find_first_not_of("ivxl") == text.npos;
}

/// A bracket at the beginning may be that of a marking, such as "**(AMBER)** ...".
bool begins_like_marking(std::string_view paragraph) {
  const auto bracket = paragraph.find_first_not_of(" \t\n*");
  if (bracket == paragraph.npos || paragraph[bracket] != '(') return false;
  const std::string_view inside = paragraph.substr(bracket + 1);
  return !is_list_label(inside.substr(0, inside.find(')')));
}

/// Blocks as lines.
class BlockReader {
 public:
  BlockReader(const SourcePath& name, LineSink& sink, Diagnostics& diagnostics)
      : name_(name), sink_(sink), diagnostics_(diagnostics) {}

  void read_document(const Json& document) {
    read_meta(document.at("meta"));
    read_all(document.at("blocks"), 0);
  }

 private:
  /// Paragraphs in the styles for titles, which pandoc keeps apart from the text that they begin.
  void read_meta(const Json& meta) {
    for (const char* key : {"title", "subtitle", "author", "date", "abstract"}) {
      if (meta.contains(key)) read_meta_value(meta.at(key), 0);
    }
  }

  void read_meta_value(const Json& value, int depth) {
    const std::string_view type = type_of(value);
    const Json& content = value.at("c");
    if (depth > kDeepestPandoc) return;
    if (type == "MetaInlines") add(text(content), 0);
    if (type == "MetaBlocks") read_all(content, depth);
    if (type == "MetaString") add(content.get<std::string>(), 0);
    if (type != "MetaList") return;
    for (const Json& each : content) read_meta_value(each, depth + 1);
  }

  void read_all(const Json& blocks, int depth) {
    if (depth > kDeepestPandoc) throw Json::other_error::create(500, "nested too deeply", nullptr);
    for (const Json& block : blocks) read_one(block, depth + 1);
  }

  void read_one(const Json& block, int depth) {
    const std::string_view type = type_of(block);
    if (type == "HorizontalRule" || type == "Null") return;
    const Json& content = block.at("c");
    if (type == "Para" || type == "Plain") {
      add(text(content), 0);
    } else if (type == "Header") {
      add(text(content.at(2)), content.at(0).get<int>());
    } else if (type == "CodeBlock" || type == "RawBlock") {
      add(content.at(1).get<std::string>(), 0);
    } else if (type == "BulletList") {
      for (const Json& item : content) read_item("• ", item, depth);
    } else if (type == "OrderedList") {
      int number = content.at(0).at(0).get<int>();
      for (const Json& item : content.at(1)) read_item(fmt::format("{}. ", number++), item, depth);
    } else if (type == "LineBlock") {
      for (const Json& line : content) add(text(line), 0);
    } else if (type == "DefinitionList") {
      read_definitions(content, depth);
    } else if (type == "Table") {
      read_table(content, depth);
    } else if (type == "Div") {
      read_all(content.at(1), depth);
    } else {
      read_all(content, depth);  // A quote.
    }
  }

  void read_item(const std::string& label, const Json& blocks, int depth) {
    prefix_ = label;
    read_all(blocks, depth);
    prefix_.clear();
  }

  void read_definitions(const Json& definitions, int depth) {
    for (const Json& definition : definitions) {
      add(text(definition.at(0)), 0);
      for (const Json& blocks : definition.at(1)) read_all(blocks, depth);
    }
  }

  void read_table(const Json& table, int depth) {
    std::vector<int> rows_below;
    const auto read_rows = [&](const Json& rows) {
      for (const Json& row : rows) read_row(row.at(1), rows_below, depth);
    };
    sink_.add("", 0);
    read_rows(table.at(3).at(1));
    for (const Json& body : table.at(4)) {
      read_rows(body.at(2));
      read_rows(body.at(3));
    }
    read_rows(table.at(5).at(1));
    sink_.add("", 0);
  }

  std::vector<std::string> paragraphs(const Json& blocks, int depth) {
    CellSink cell(sink_.next_line());
    BlockReader(name_, cell, diagnostics_).read_all(blocks, depth);
    return std::move(cell.paragraphs);
  }

  /// The cells of a row in their columns: those that reach down from rows above leave theirs empty.
  using Grid = std::vector<std::vector<std::string>>;

  Grid place_cells(const Json& cells, std::vector<int>& rows_below, int depth) {
    Grid columns;
    const auto skip_covered = [&] {
      while (columns.size() < rows_below.size() && rows_below[columns.size()] > 0) {
        --rows_below[columns.size()];
        columns.emplace_back();
      }
    };
    for (const Json& cell : cells) {
      skip_covered();
      const int width = std::clamp(cell.at(3).get<int>(), 1, kWidestTable);
      for (int i = 0; i < width && columns.size() < kWidestTable; ++i) {
        rows_below.resize(std::max(rows_below.size(), columns.size() + 1));
        rows_below[columns.size()] = std::max(cell.at(2).get<int>(), 1) - 1;
        columns.emplace_back();
        if (i == 0) columns.back() = paragraphs(cell.at(4), depth);
      }
    }
    skip_covered();
    return columns;
  }

  /// A marking is for all of its row: its paragraphs do not become rows of their own.
  static void join_marked(Grid& columns) {
    const bool is_marked = std::any_of(columns.begin(), columns.end(), [](const auto& column) {
      return std::any_of(column.begin(), column.end(), begins_like_marking);
    });
    if (!is_marked) return;
    for (auto& column : columns) {
      if (!column.empty()) column = {fmt::format("{}", fmt::join(column, " "))};
    }
  }

  void read_row(const Json& cells, std::vector<int>& rows_below, int depth) {
    Grid columns = place_cells(cells, rows_below, depth);
    join_marked(columns);
    const auto filled = std::count_if(columns.begin(), columns.end(),
                                      [](const auto& column) { return !column.empty(); });
    if (filled == 0) return;
    if (filled == 1 && !columns.front().empty()) {
      // Across the table: its tabs say that it is still a row.
      const std::string empty_cells(columns.size() - 1, '\t');
      for (const std::string& paragraph : columns.front()) sink_.add(paragraph + empty_cells, 0);
    } else if (columns.size() <= kColumnsOfLists) {
      add_rows(columns);
    } else {
      std::vector<std::string> texts;
      for (const auto& column : columns) texts.push_back(fmt::format("{}", fmt::join(column, " ")));
      sink_.add(fmt::format("{}", fmt::join(texts, "\t")), 0);
    }
  }

  void add_rows(const Grid& columns) {
    std::size_t rows = 0;
    for (const auto& column : columns) rows = std::max(rows, column.size());
    for (std::size_t row = 0; row < rows; ++row) {
      std::string line;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) line += '\t';
        if (row < columns[i].size()) line += columns[i][row];
      }
      sink_.add(line, 0);
    }
  }

  std::string text(const Json& inlines) {
    return to_markdown(read_inlines(inlines, name_, sink_.next_line(), diagnostics_));
  }

  /// Every paragraph is a line; nothing is between it and the next but that.
  void add(std::string paragraph, int heading) {
    std::size_t at = 0;
    while ((at = paragraph.find(kTabMark, at)) != std::string::npos) {
      paragraph.replace(at, kTabMark.size(), "\t");
    }
    if (trim(paragraph).empty()) return;
    if (begins_like_marking(paragraph)) std::replace(paragraph.begin(), paragraph.end(), '\n', ' ');
    sink_.add(prefix_ + single_spaced(paragraph), heading);
    prefix_.clear();
  }

  const SourcePath& name_;
  LineSink& sink_;
  Diagnostics& diagnostics_;
  std::string prefix_;
};

}  // namespace

bool read_pandoc_text(const std::string& json, const SourcePath& name, DocumentBuilder& builder,
                      Diagnostics& diagnostics) {
  // The library reports what is not as it should be by exceptions alone.
  try {
    DocumentSink sink(builder);
    BlockReader(name, sink, diagnostics).read_document(Json::parse(json));
    return true;
  } catch (const Json::exception&) {
    return false;
  }
}

}  // namespace opsg::extraction
