#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace opsg::released {

/// Appends the text as a JSON string (RFC 8259) with its quotes. Every byte that is not UTF-8
/// becomes U+FFFD.
void append_json_string(std::string& json, std::string_view text);

/// Appends the value as `dump(2)` writes it, within something that is indented by `indent`. (The
/// library looks at each byte of a text in turn: texts are most of what is written.)
void append_json(std::string& json, const nlohmann::ordered_json& value, std::size_t indent = 0);

}  // namespace opsg::released
