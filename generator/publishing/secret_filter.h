#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsg::publishing {

/// Text that a program printed, fit to be shown in a log that others read: without control
/// characters, the values of those variables of its environment ("NAME=value") whose names say
/// that they are secret, users and passwords in URLs, and what authorises a request.
std::string without_secrets(std::string_view text, const std::vector<std::string>& environment);

}  // namespace opsg::publishing
