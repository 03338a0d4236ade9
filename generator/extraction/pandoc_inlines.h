#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "styled_text.h"

namespace opsg::extraction {

/// What pandoc writes is nested no deeper, or is not read.
inline constexpr int kDeepestPandoc = 200;

/// "Para": the type of an element of pandoc's JSON. Throws what the library throws where it has
/// none.
inline std::string_view type_of(const nlohmann::json& element) {
  return element.at("t").get_ref<const std::string&>();
}

/// Reads pandoc's inline elements as runs of styled text. What is left out, or was changed, is
/// reported at this line. Throws what the library throws where it is no such JSON.
std::vector<StyledRun> read_inlines(const nlohmann::json& inlines, const SourcePath& name,
                                    std::uint32_t line, Diagnostics& diagnostics);

}  // namespace opsg::extraction
