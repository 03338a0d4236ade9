#pragma once

#include <optional>
#include <string_view>

namespace opsg::restricted {

/// Why a file must not lie beside a site's pages as it is.
struct ActiveContent {
  std::string_view what;  ///< "an SVG picture"
  std::string_view risk;  ///< "a browser would run scripts in it as the site's own"
};

/// What of the file would run where the site is served: in its readers' browsers, which trust it as
/// they trust the pages, or in the web server. By each ending of its name, since servers look at
/// others than the last, and by what browsers look at where a server does not say what a file is.
std::optional<ActiveContent> active_content(std::string_view name, std::string_view bytes);

}  // namespace opsg::restricted
