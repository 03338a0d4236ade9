#pragma once

#include <string>
#include <vector>

#include "profile.h"

namespace opsg::app {

/// The spans as Chromium's developer tools and Perfetto open them: one JSON object in the Trace Event
/// Format, times in microseconds. Bytes that are not UTF-8 become U+FFFD.
std::string profile_trace(const std::vector<ProfileSpan>& spans);

}  // namespace opsg::app
