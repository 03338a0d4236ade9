#pragma once

#include <string_view>

namespace opsg::preview {

/// The media type of a file of a site, by the end of its name.
std::string_view content_type(std::string_view path);

}  // namespace opsg::preview
