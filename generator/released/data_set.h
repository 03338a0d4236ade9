#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "data_field.h"
#include "field_json.h"
#include "page_context.h"

namespace opsg::released {

using RowSink = std::function<void(const Json& row)>;
using TextSink = std::function<void(std::string_view json)>;

/// One kind of data that the site publishes: data/<name>.json and its tables.
struct DataSet {
  std::string name;     ///< "actions"
  std::string title;    ///< "Action log"
  std::string meaning;  ///< What one element is.
  std::string list;     ///< The key of the array in the JSON file: "entries".
  std::vector<DataField> fields;
  std::string key;        ///< The field that tells elements apart; further tables begin with it.
  bool has_table = true;  ///< As CSV, too.
  std::function<std::size_t()> count;  ///< Of the rows. Any thread may call these two.
  std::function<void(const RowSink&)> for_each_row;  ///< In order; one at a time, of however many.
  /// Instead of for_each_row where a tree for each row would cost too much: the same as text.
  std::function<void(const TextSink&)> for_each_text = nullptr;
};

/// Meetings, each register, decisions, references, parties and passages. Borrow the context.
std::vector<DataSet> data_sets(const PageContext& context);

/// Paths below the site's root. `table`: a field with a table of its own; empty for the set's.
std::string json_path(const DataSet& set);
std::string schema_path(const DataSet& set);
std::string csv_path(const DataSet& set, const std::string& table = {});

}  // namespace opsg::released
