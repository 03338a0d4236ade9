#pragma once

#include <string>
#include <string_view>

namespace opsg::released {

/// Appends a URL for a quoted attribute: what RFC 3986 does not allow in one is percent-encoded;
/// '%' stays. Says nothing about whether the URL is safe to follow.
void append_url(std::string& html, std::string_view url);

/// The URL with what RFC 3986 does not allow in one percent-encoded, for files other than HTML.
std::string encoded_url(std::string_view url);

/// "https://host:8000/sub/" -> "host"; empty where there is none.
std::string host_of_url(std::string_view url);

/// Whether the URL begins with a scheme that only ever shows or sends something: https, http,
/// mailto or tel. Everything else (javascript:, data:, whatever a browser may learn) does not.
bool has_safe_scheme(std::string_view url);

/// Whether the URL is of such a scheme, names something, and holds no blank or control character.
bool is_safe_absolute_url(std::string_view url);

/// "%20" -> " "; a '%' without two digits behind it stays.
std::string percent_decoded(std::string_view text);

}  // namespace opsg::released
