#pragma once

#include <string>
#include <utility>
#include <vector>

namespace opsg::released {

/// What a value of the data files can be. In JSON and, where it differs, in a table's cell:
enum class DataType {
  text,
  texts,         ///< An array of strings; in a cell with "; " between them.
  paragraphs,    ///< Likewise, with an empty line between them.
  flag,          ///< true or false.
  count,         ///< A whole number from 0.
  number,        ///< A number with decimals.
  date,          ///< "2021-01-25"
  written_date,  ///< A date, "TBC" or "N/A".
  month,         ///< "2021-01"
  time,          ///< "13:20", on the clock of the site's time zone.
  url,           ///< Absolute.
  object,        ///< In a table a column for each of its fields: "severity.value".
  objects,       ///< An array of them; in a table of its own or in JSON alone.
};

/// One field of the data files: the JSON Schema, the tables' columns and the page that documents
/// them are made from this.
struct DataField {
  std::string name = {};
  DataType type = DataType::text;
  std::string meaning = {};               ///< A phrase in plain words.
  bool nullable = false;                  ///< null where it is not known or does not apply.
  bool optional = false;                  ///< Left out where no record gives it.
  bool own_table = false;                 ///< Of objects: they have a table of their own.
  std::vector<std::string> choices = {};  ///< Of text: all values that there are; empty: any.
  std::vector<DataField> fields = {};     ///< Of object and objects.

  DataField or_null() && {
    nullable = true;
    return std::move(*this);
  }
};

/// A field of type objects.
inline DataField objects_of(std::string name, std::string meaning, std::vector<DataField> fields) {
  DataField field{std::move(name), DataType::objects, std::move(meaning)};
  field.fields = std::move(fields);
  return field;
}

}  // namespace opsg::released
