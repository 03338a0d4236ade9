#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "diagnostic.h"
#include "toml_value.h"

namespace opsg {

/// Parses TOML 1.0. `first_line` is the line of the file at which `text` begins (front matter
/// begins at 2). Nothing on a syntax error, which is reported as `toml-syntax`.
std::optional<TomlTable> read_toml(std::string_view text, const SourcePath& path,
                                   std::uint32_t first_line, Diagnostics& diagnostics);

}  // namespace opsg
