#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "diagnostic.h"
#include "styled_text.h"

namespace opsg::extraction {

/// Reads pandoc's inline elements as runs of styled text. What is left out, or was changed, is
/// reported at this line. Throws what the library throws where it is no such JSON.
std::vector<StyledRun> read_inlines(const nlohmann::json& inlines, const SourcePath& name,
                                    std::uint32_t line, Diagnostics& diagnostics);

}  // namespace opsg::extraction
