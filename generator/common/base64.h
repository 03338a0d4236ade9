#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace opsg {

/// RFC 4648, section 4: with padding, without line breaks.
std::string base64(std::string_view bytes);

/// The bytes; nothing where the text is no base64.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace opsg
