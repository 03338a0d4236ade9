#pragma once

#include <string_view>

namespace opsg::released {

bool is_http_url(std::string_view url);

/// Whether the text is an absolute URL of a folder: a host, perhaps a port and a path; no user,
/// query or fragment.
bool is_base_url(std::string_view url);

/// How to write one.
inline constexpr std::string_view kBaseUrlHelp =
    "write one such as `https://example.org/` or `https://example.org/opsg/`";

}  // namespace opsg::released
