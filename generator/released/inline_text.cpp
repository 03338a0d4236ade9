#include "inline_text.h"

#include <cmark-gfm.h>

#include "markdown_walk.h"

namespace opsg::released {
namespace {

bool is_block(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

class InlineTextBuilder {
 public:
  void enter(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      out_.text += cmark_node_get_literal(node);
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      out_.text += ' ';
      out_.line_starts.push_back(out_.text.size());
    } else if (type == CMARK_NODE_STRONG) {
      open_bold_.push_back(out_.text.size());
    } else if (is_block(node)) {
      enter_block(node);
    }
  }

  void leave(cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_STRONG || open_bold_.empty()) return;
    out_.bold.push_back({open_bold_.back(), out_.text.size()});
    open_bold_.pop_back();
  }

  InlineText take() { return std::move(out_); }

 private:
  void enter_block(cmark_node* node) {
    if (!out_.text.empty() && out_.text.back() != ' ') out_.text += ' ';
    if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK) {
      out_.text += cmark_node_get_literal(node);
    }
  }

  InlineText out_;
  std::vector<std::size_t> open_bold_;
};

}  // namespace

InlineText inline_text(cmark_node* node) {
  InlineTextBuilder builder;
  for (MarkdownWalk walk(node); walk.next();) {
    walk.entering() ? builder.enter(walk.node()) : builder.leave(walk.node());
  }
  return builder.take();
}

bool has_redaction(std::string_view text) {
  return text.find("[redacted]") != std::string_view::npos;
}

}  // namespace opsg::released
