#pragma once

#include <cmark-gfm.h>

#include <string_view>

#include "parser_arena.h"

namespace opsg {

/// The extensions of GFM that the site renders. Each costs time on every text that it is attached
/// for, autolinks more than all the rest of the parser.
struct MarkdownExtensions {
  bool tables = true;
  bool strikethrough = true;
  bool autolinks = true;
};

/// Those without which the text might read differently.
MarkdownExtensions needed_extensions(std::string_view text);

/// Parses GFM, from any thread. The document lives in the memory, and nobody frees it.
cmark_node* parse_with_cmark(std::string_view text, MarkdownExtensions extensions,
                             const ParserMemory& memory);

}  // namespace opsg
