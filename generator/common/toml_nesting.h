#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace opsg {

/// Tables and arrays inside each other; the parser's trees and our own walks recurse that deep.
inline constexpr std::size_t kDeepestToml = 64;

/// The offset of the first dot or bracket of TOML text that nests tables and arrays deeper than
/// kDeepestToml. The text need not be TOML: what counts is sure up to its first error.
std::optional<std::size_t> find_too_deep_nesting(std::string_view text);

}  // namespace opsg
