#include "inline_text.h"

#include "markdown_walk.h"
#include "text.h"

namespace opsg::released {
namespace {

class InlineTextBuilder {
 public:
  void enter(const MarkdownNode* node) {
    const MarkdownKind type = node->kind();
    if (type == MarkdownKind::text || type == MarkdownKind::code) {
      out_.text += node->text();
    } else if (type == MarkdownKind::soft_break || type == MarkdownKind::line_break) {
      out_.text += ' ';
      out_.line_starts.push_back(out_.text.size());
    } else if (type == MarkdownKind::strong) {
      open_bold_.push_back(out_.text.size());
    } else if (node->is_block()) {
      enter_block(node);
    }
  }

  void leave(const MarkdownNode* node) {
    if (!node->is(MarkdownKind::strong) || open_bold_.empty()) return;
    out_.bold.push_back({open_bold_.back(), out_.text.size()});
    open_bold_.pop_back();
  }

  InlineText take() { return std::move(out_); }

 private:
  void enter_block(const MarkdownNode* node) {
    if (!out_.text.empty() && out_.text.back() != ' ') out_.text += ' ';
    if (node->is(MarkdownKind::code_block)) {
      out_.text += node->text();
    }
  }

  InlineText out_;
  std::vector<std::size_t> open_bold_;
};

}  // namespace

InlineText inline_text(const MarkdownNode* node) {
  InlineTextBuilder builder;
  for (MarkdownWalk walk(node); walk.next();) {
    walk.entering() ? builder.enter(walk.node()) : builder.leave(walk.node());
  }
  return builder.take();
}

std::string plain_text(const MarkdownNode* node) {
  return std::string(trim(inline_text(node).text));
}

bool has_redaction(std::string_view text) {
  return text.find("[redacted]") != std::string_view::npos;
}

}  // namespace opsg::released
