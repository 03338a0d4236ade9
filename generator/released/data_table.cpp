#include "data_table.h"

#include <string_view>
#include <vector>

#include "csv.h"

namespace opsg::released {
namespace {

std::vector<std::string> column_names(const std::vector<DataField>& fields,
                                      const std::string& prefix = {}) {
  std::vector<std::string> names;
  for (const DataField& field : fields) {
    if (field.type == DataType::objects) continue;
    if (field.type != DataType::object) {
      names.push_back(prefix + field.name);
      continue;
    }
    for (std::string& name : column_names(field.fields, prefix + field.name + '.')) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

std::string joined_texts(const Json& texts, std::string_view separator) {
  std::string all;
  for (const Json& text : texts) {
    if (!all.empty()) all += separator;
    all += text.get_ref<const std::string&>();
  }
  return all;
}

void write_fields(CsvWriter& csv, const std::vector<DataField>& fields, const Json& row);

/// `value`: null also where the row has no such field.
void write_value(CsvWriter& csv, const DataField& field, const Json& value) {
  switch (field.type) {
    case DataType::objects:
      return;
    case DataType::object:
      return write_fields(csv, field.fields, value);
    default:
      break;
  }
  if (value.is_null()) return csv.value("");
  switch (field.type) {
    case DataType::text:
      return csv.text(value.get_ref<const std::string&>());
    case DataType::texts:
      return csv.text(joined_texts(value, "; "));
    case DataType::paragraphs:
      return csv.text(joined_texts(value, "\n\n"));
    default:
      return csv.value(value.is_string() ? value.get_ref<const std::string&>() : value.dump());
  }
}

void write_fields(CsvWriter& csv, const std::vector<DataField>& fields, const Json& row) {
  static const Json kNothing;
  for (const DataField& field : fields) {
    const bool given = row.is_object() && row.contains(field.name);
    write_value(csv, field, given ? row[field.name] : kNothing);
  }
}

}  // namespace

std::string data_table(const DataSet& set, const Json& rows) {
  CsvWriter csv;
  csv.header(column_names(set.fields));
  for (const Json& row : rows) {
    write_fields(csv, set.fields, row);
    csv.end_row();
  }
  return csv.take();
}

std::string list_table(const DataSet& set, const DataField& list, const Json& rows) {
  CsvWriter csv;
  std::vector<std::string> names = column_names(list.fields);
  names.insert(names.begin(), set.name + '.' + set.key);
  csv.header(names);
  for (const Json& row : rows) {
    for (const Json& element : row[list.name]) {
      csv.text(row[set.key].get_ref<const std::string&>());
      write_fields(csv, list.fields, element);
      csv.end_row();
    }
  }
  return csv.take();
}

}  // namespace opsg::released
