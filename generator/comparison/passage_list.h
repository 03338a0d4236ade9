#pragma once

#include <string_view>
#include <vector>

#include "passage.h"
#include "result.h"

namespace opsg::comparison {

/// Reads a site's data/passages.json (docs/data.md). A failure where the text is anything else:
/// not JSON, too deep, a key missing or of another type.
Result<std::vector<Passage>> read_passages(std::string_view json);

}  // namespace opsg::comparison
