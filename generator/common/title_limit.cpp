#include "title_limit.h"

#include <fmt/format.h>

namespace opsg {

void check_title_length(std::string_view title, const SourceSpan& span, Diagnostics& diagnostics) {
  constexpr std::size_t kLongestTitle = 1000;
  if (title.size() <= kLongestTitle) return;
  diagnostics
      .error("title-too-long", span,
             fmt::format("this title has {} bytes; {} are the most", title.size(), kLongestTitle))
      .with_help("shorten it, and write the rest as text below: every list repeats a title");
}

}  // namespace opsg
