#pragma once

#include <string_view>

namespace opsg {

/// How the element begins that `serve` puts into the head of every HTML page it shows, and nothing
/// else does: a page that holds it is no page of a release. Text that quotes the element is escaped
/// in a page, and so is not taken for it.
inline constexpr std::string_view kPreviewMarker = "<meta name=\"opsg-site-preview\"";

/// Whether the HTML page was made for a preview, and must not be published.
constexpr bool is_preview_page(std::string_view html) {
  return html.find(kPreviewMarker) != std::string_view::npos;
}

}  // namespace opsg
