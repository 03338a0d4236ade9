#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace opsg::web {

/// What a request needs to know of a URL.
struct WebAddress {
  std::string url;     ///< Without a fragment; percent-encoded where it must be.
  std::string host;    ///< Lower case.
  std::string scheme;  ///< "http" or "https".
  std::string port;    ///< In digits, also where it is the scheme's own.
};

/// Nothing for what is no http or https URL with a host.
std::optional<WebAddress> parse_web_address(std::string_view url);

}  // namespace opsg::web
