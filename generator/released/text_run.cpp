#include "text_run.h"

#include <cmark-gfm.h>

namespace opsg::released {
namespace {

bool is_text(cmark_node* node) {
  if (node == nullptr) return false;
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK;
}

}  // namespace

bool begins_text_run(cmark_node* node) {
  return is_text(node) && !is_text(cmark_node_previous(node));
}

std::string text_run(cmark_node* first) {
  std::string text;
  for (cmark_node* node = first; is_text(node); node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) {
      text += '\n';
    } else {
      text += cmark_node_get_literal(node);
    }
  }
  return text;
}

}  // namespace opsg::released
