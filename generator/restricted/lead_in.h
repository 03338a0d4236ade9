#pragma once

#include <string_view>

namespace opsg::restricted {

/// Whether inline Markdown leads on to what stands below it: it ends in a colon, semicolon, comma,
/// dash, arrow or ellipsis, whatever closes behind that (brackets, quotes, emphasis, a full stop),
/// and also where only brackets, a link or a comment stand between it and the end.
bool is_lead_in(std::string_view text);

}  // namespace opsg::restricted
