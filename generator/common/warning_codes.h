#pragma once

#include <span>
#include <string>

namespace opsg {

/// The codes of all warnings, those that are errors elsewhere included: what a site may silence.
std::span<const std::string> warning_codes();

}  // namespace opsg
