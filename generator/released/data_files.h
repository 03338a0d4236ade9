#pragma once

#include <vector>

#include "page_context.h"
#include "planned_files.h"

namespace opsg::released {

/// For each of data_sets(): data/<name>.json, its tables data/<name>.csv and
/// data/<name>-<list>.csv, and the JSON Schema of the former in data/schema/. UTF-8; JSON has its
/// keys in a fixed order, an indentation of two spaces and a final newline. Borrows the context's
/// site.
std::vector<PlannedFiles> plan_data_files(const PageContext& context);

}  // namespace opsg::released
