#pragma once

#include <string>

#include "csv.h"
#include "data_set.h"

namespace opsg::released {

/// The set's rows as a CSV table, one line each. Objects have a column for each of their fields;
/// lists of objects are left out. Borrows the set.
class DataTable {
 public:
  explicit DataTable(const DataSet& set);

  void add(const Json& row);
  std::string take() { return csv_.take(); }

 private:
  const DataSet& set_;
  CsvWriter csv_;
};

/// The table of one field that is a list of objects, one line for each of them. The first column
/// is the key of the row that has it: "key" of an entry. Borrows the set and the field.
class ListTable {
 public:
  ListTable(const DataSet& set, const DataField& list);

  void add(const Json& row);
  std::string take() { return csv_.take(); }

 private:
  const DataSet& set_;
  const DataField& list_;
  CsvWriter csv_;
};

}  // namespace opsg::released
