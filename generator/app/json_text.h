#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace opsg::app {

/// What is printed for programs: indented, with a newline behind it. Bytes that are not UTF-8, such
/// as those of a file's name, become U+FFFD.
std::string json_text(const nlohmann::ordered_json& json);

}  // namespace opsg::app
