#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace opsg {

struct CmarkNodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using CmarkDocument = std::unique_ptr<cmark_node, CmarkNodeDeleter>;

/// The extensions of GFM that the site renders. Each costs time on every text that it is attached
/// for, autolinks more than all the rest of the parser.
struct MarkdownExtensions {
  bool tables = true;
  bool strikethrough = true;
  bool autolinks = true;
};

/// Those without which the text might read differently.
MarkdownExtensions needed_extensions(std::string_view text);

/// Parses GFM, from any thread. `options` are cmark's (CMARK_OPT_...), `extensions` at least those
/// that the text needs.
CmarkDocument parse_markdown(std::string_view text, int options, MarkdownExtensions extensions);
inline CmarkDocument parse_markdown(std::string_view text, int options = CMARK_OPT_DEFAULT) {
  return parse_markdown(text, options, needed_extensions(text));
}

}  // namespace opsg
