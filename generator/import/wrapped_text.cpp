#include "wrapped_text.h"

#include <vector>

#include "text.h"

namespace opsg::importing {

std::string wrap_text(std::string_view text, std::size_t width, std::string_view prefix) {
  std::string wrapped(prefix);
  std::size_t column = code_point_count(prefix);
  bool line_begins = true;
  const std::string spaced = collapse_space(text);
  for (const std::string_view word : split(spaced, ' ')) {
    const std::size_t length = code_point_count(word);
    if (!line_begins && column + 1 + length > width) {
      wrapped.append("\n").append(prefix);
      column = code_point_count(prefix);
      line_begins = true;
    }
    if (!line_begins) wrapped += ' ';
    wrapped += word;
    column += length + (line_begins ? 0 : 1);
    line_begins = false;
  }
  return wrapped;
}

}  // namespace opsg::importing
