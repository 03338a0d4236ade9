#include "body_places.h"

#include <algorithm>

#include "text.h"

namespace opsg::restricted {

SourceSpan body_span(const MarkdownBody& body, const SourceLines& lines, std::size_t begin,
                     std::size_t end) {
  const std::uint32_t line = lines.line_at(begin);
  const std::size_t stop = std::max(std::min(end, lines.end(line)), begin);
  return {body.path, file_line(body, line),
          static_cast<std::uint32_t>(begin - lines.begin(line) + 1),
          static_cast<std::uint32_t>(stop - begin)};
}

SourceSpan body_line(const MarkdownBody& body, const SourceLines& lines, std::uint32_t line) {
  const std::string_view text = lines[line];
  const std::string_view seen = trim(text);
  const std::size_t indent = seen.empty() ? 0 : static_cast<std::size_t>(seen.data() - text.data());
  const std::size_t begin = lines.begin(line) + indent;
  return body_span(body, lines, begin, begin + seen.size());
}

}  // namespace opsg::restricted
