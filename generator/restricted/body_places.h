#pragma once

#include <cstddef>
#include <cstdint>

#include "portions.h"
#include "source_lines.h"
#include "source_span.h"

namespace opsg::restricted {

/// The place of a stretch of a body's text, as far as it stands on the line of its first byte.
SourceSpan body_span(const MarkdownBody& body, const SourceLines& lines, std::size_t begin,
                     std::size_t end);

/// The place of a line of a body's text (counted from 1), without the white space around it.
SourceSpan body_line(const MarkdownBody& body, const SourceLines& lines, std::uint32_t line);

/// The line of the file for a line of a body's text.
inline std::uint32_t file_line(const MarkdownBody& body, std::uint32_t line) {
  return body.first_line + line - 1;
}

}  // namespace opsg::restricted
