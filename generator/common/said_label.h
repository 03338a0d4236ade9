#pragma once

#include <string_view>

namespace opsg {

// An import leaves a record's label empty, and writes above it, in comments that begin so, what the
// document says of its classification. The gate lets no label be more open than that.

/// The document's own label.
inline constexpr std::string_view kDocumentSays = "The document says:";
/// What names a level elsewhere: in page headers, in its properties, in its text.
inline constexpr std::string_view kAlsoSays = "It also says:";

}  // namespace opsg
