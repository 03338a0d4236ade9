#include "text_run.h"

namespace opsg::released {
namespace {

bool is_text(const MarkdownNode* node) {
  if (node == nullptr) return false;
  const MarkdownKind type = node->kind();
  return type == MarkdownKind::text || type == MarkdownKind::soft_break;
}

}  // namespace

bool begins_text_run(const MarkdownNode* node) {
  return is_text(node) && !is_text(node->previous());
}

std::string text_run(const MarkdownNode* first) {
  std::string text;
  for (const MarkdownNode* node = first; is_text(node); node = node->next()) {
    if (node->is(MarkdownKind::soft_break)) {
      text += '\n';
    } else {
      text += node->text();
    }
  }
  return text;
}

}  // namespace opsg::released
