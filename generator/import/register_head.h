#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import_document.h"
#include "site_config.h"
#include "text_line.h"

namespace opsg::importing {

/// What a column of a register's table holds: its entries' ids, titles, a field, or something else.
struct RegisterColumn {
  enum class Kind { id, title, field, other };
  Kind kind = Kind::other;
  const released::FieldDefinition* field = nullptr;  ///< Borrowed; of a field's column alone.
};

/// The head of a register's table: "Action ID | Action | Date Raised | ... | Owner".
struct RegisterHead {
  const released::RegisterDefinition* definition = nullptr;  ///< Borrowed.
  std::string key_word;  ///< "Action", "Risk": tables may leave it out of the ids.
  std::vector<RegisterColumn> columns;
  std::size_t lines = 1;  ///< That the head takes up.
};

/// Whether a column below this head labels its rows.
bool heads_label_column(std::string_view cell);

/// Reads a row of cells as a head. Where its first cell is a mere "Ref", the id in the next row
/// tells the register.
std::optional<RegisterHead> read_register_head(std::string_view row, std::string_view next_row,
                                               const ImportRules& rules);

/// Reads lines from `at` on as a head that was flattened: "Action ID Action", "Date", "Raised", ...
std::optional<RegisterHead> read_flat_head(const TextLines& lines, std::size_t at,
                                           const released::SiteConfig& config);

}  // namespace opsg::importing
