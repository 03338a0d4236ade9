#pragma once

#include <string>
#include <string_view>

namespace opsg::app {

/// A unified diff of two texts as `diff -u` and `patch` have it; empty where they are the same.
/// Beyond some ten thousand lines it says only that they differ.
std::string line_diff(std::string_view before, std::string_view after, std::string_view before_name,
                      std::string_view after_name);

}  // namespace opsg::app
