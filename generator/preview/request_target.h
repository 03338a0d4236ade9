#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace opsg::preview {

/// What a request asks for (RFC 9112, section 3.2.1), decoded.
struct RequestTarget {
  std::string path;   ///< Begins with '/'. No part is empty (but the last), "." or "..".
  std::string query;  ///< As it was sent, without '?'; may be empty.
};

/// Nothing for what no page of a site can be asked for by: another form than the origin form, wrong
/// percent-encoding, encoded slashes, backslashes, control characters, bytes that are not UTF-8, or
/// parts that lead elsewhere, encoded or not.
std::optional<RequestTarget> parse_target(std::string_view target);

/// A value of the query, decoded; nothing where it is not there or wrongly encoded.
std::optional<std::string> query_value(std::string_view query, std::string_view name);

/// For a Location or an href: what RFC 3986 does not allow in a path is percent-encoded.
std::string encode_path(std::string_view path);

/// For a value in a query or a cookie: all but letters, digits and "-._~" is percent-encoded.
std::string encode_value(std::string_view text);

}  // namespace opsg::preview
