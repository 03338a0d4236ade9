#pragma once

#include <functional>
#include <string>
#include <vector>

#include "page_context.h"
#include "rendered_site.h"

namespace opsg::released {

/// Files that are still to be made, by any thread, from a context whose links are absolute: they
/// are read far from the site.
struct PlannedFiles {
  std::vector<std::string> paths;  ///< Of all files that `make` gives.
  std::function<std::vector<RenderedFile>(const PageContext&)> make;
};

}  // namespace opsg::released
