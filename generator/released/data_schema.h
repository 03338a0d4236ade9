#pragma once

#include <string_view>

#include "data_set.h"

namespace opsg::released {

/// The fields before the list in each JSON file.
std::vector<DataField> head_fields();

/// The JSON Schema (2020-12) of the set's JSON file. `id` is its own absolute URL.
Json json_schema(const DataSet& set, std::string_view id);

}  // namespace opsg::released
