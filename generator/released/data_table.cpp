#include "data_table.h"

#include <string_view>
#include <vector>

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
    const auto given = row.find(field.name);  // At the end where the row is no object, too.
    write_value(csv, field, given == row.end() ? kNothing : *given);
  }
}

}  // namespace

DataTable::DataTable(const DataSet& set) : set_(set) {
  csv_.header(column_names(set.fields));
}

void DataTable::add(const Json& row) {
  write_fields(csv_, set_.fields, row);
  csv_.end_row();
}

ListTable::ListTable(const DataSet& set, const DataField& list) : set_(set), list_(list) {
  std::vector<std::string> names = column_names(list.fields);
  names.insert(names.begin(), set.name + '.' + set.key);
  csv_.header(names);
}

void ListTable::add(const Json& row) {
  for (const Json& element : row[list_.name]) {
    csv_.text(row[set_.key].get_ref<const std::string&>());
    write_fields(csv_, list_.fields, element);
    csv_.end_row();
  }
}

}  // namespace opsg::released
