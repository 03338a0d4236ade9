#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "register_head.h"
#include "text_line.h"
#include "vocabulary.h"

namespace opsg::importing {

/// A row of a register's table whose cells were flattened to lines.
struct FlatRow {
  std::string id;
  std::string title;
  std::vector<std::pair<const released::FieldDefinition*, std::string>> values;  ///< As written.
  std::size_t lines = 0;  ///< That it takes up.
};

/// Reads the lines from `at` on: an id, words up to the values of the head's columns, and the
/// values. Nothing where no values follow: then the id is a mention.
std::optional<FlatRow> read_flat_row(const TextLines& lines, std::size_t at,
                                     const RegisterHead& head,
                                     const released::Vocabulary& vocabulary);

/// The id that a table's cell or line begins with, for which the table may leave out its first
/// word.
struct TableId {
  std::string id;
  std::size_t length = 0;  ///< Bytes of the text.
  bool completed = false;  ///< Its first word is the head's, not the text's.
};
std::optional<TableId> read_table_id(const std::string& text, const RegisterHead& head,
                                     const released::Vocabulary& vocabulary);

}  // namespace opsg::importing
