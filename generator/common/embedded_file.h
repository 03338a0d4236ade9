#pragma once

#include <string_view>

namespace opsg::embedded {

/// A file that was compiled into the program (cmake/Embed.cmake).
struct EmbeddedFile {
  std::string_view path;
  std::string_view bytes;
};

}  // namespace opsg::embedded
