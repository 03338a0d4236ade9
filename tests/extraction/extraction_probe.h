#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract_document.h"

namespace opsg::extraction::testing {

/// What was read out of bytes that came in a file of this name.
struct Extracted {
  std::string text;      ///< A line for each line; pages behind the first begin with "page 2:".
  std::string findings;  ///< As they are printed.
  bool done = false;     ///< A document came out.
  std::vector<std::string> asides;
};

Extracted extract(std::string_view bytes, const std::string& file_name,
                  const ExtractionLimits& limits = {});

}  // namespace opsg::extraction::testing
