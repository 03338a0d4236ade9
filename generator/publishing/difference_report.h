#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "verification.h"

namespace opsg::publishing {

/// Where the differences were found: what helps depends on it.
enum class VerifiedPlace { folder, site };

/// The differences for people, a line each, at most `most` of them, and what to do about each kind.
/// Ends in a newline, unless there are none.
std::string report_differences(std::span<const Difference> differences, VerifiedPlace place,
                               std::size_t most);

}  // namespace opsg::publishing
