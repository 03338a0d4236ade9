#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source_span.h"

namespace opsg::released {

struct Item;
struct Record;

/// A number, a month or a year in a text.
struct Figure {
  enum class Kind { number, month, year };
  Kind kind = Kind::number;
  std::string value;  ///< "17" for "seventeen" too, "11000" for "11,000"; "february" for "Feb".
  std::string unit;   ///< Of a number: the word behind it, such as "months"; may be empty.
  std::string written;
  std::size_t offset = 0;  ///< Bytes from the beginning of the text.
  SourceSpan span;         ///< Of the line that it is on.

  bool means(const Figure& other) const { return kind == other.kind && value == other.value; }
};

/// The figures of a text, by place, without spans. "one" is no figure; ids such as "MP116", "PM3.1"
/// and "Category 2" hold none.
std::vector<Figure> find_figures(std::string_view text);

/// A sentence of running text that holds figures.
struct Statement {
  std::string text;
  std::vector<Figure> figures;
};

/// The statements of an agenda item, up to the next item of the record. For a record at full
/// clearance: their lines are counted from the item's heading, and nothing may be left out between.
std::vector<Statement> read_statements(const Record& record, const Item& item);

}  // namespace opsg::released
