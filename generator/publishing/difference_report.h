#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "verification.h"

namespace opsg::publishing {

/// As many as are told of where a publish stops.
inline constexpr std::size_t kMostDifferences = 20;

/// Where the differences were found: what helps depends on it.
enum class VerifiedPlace { folder, site };

/// The differences for people, an indented line each, at most `most` of them and then how many more
/// there are. Ends in a newline, unless there are none.
std::string list_differences(std::span<const Difference> differences, std::size_t most);

/// The same, and what to do about each kind.
std::string report_differences(std::span<const Difference> differences, VerifiedPlace place,
                               std::size_t most);

}  // namespace opsg::publishing
