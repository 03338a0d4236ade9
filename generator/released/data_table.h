#pragma once

#include <string>

#include "data_set.h"

namespace opsg::released {

/// The set's rows as a CSV table (CsvWriter), one line each. Objects have a column for each of
/// their fields; lists of objects are left out.
std::string data_table(const DataSet& set, const Json& rows);

/// The table of one field that is a list of objects, one line for each of them. The first column
/// is the key of the row that has it: "key" of an entry.
std::string list_table(const DataSet& set, const DataField& list, const Json& rows);

}  // namespace opsg::released
