#pragma once

#include <vector>

#include "permalinks.h"
#include "rendered_site.h"
#include "site.h"

namespace opsg::released {

/// `data/*.json`, described in docs/data.md: meetings, each register, decisions and references.
/// UTF-8, keys in a fixed order, indented by two spaces, with a final newline.
std::vector<RenderedFile> data_files(const Site& site, const Permalinks& permalinks);

}  // namespace opsg::released
