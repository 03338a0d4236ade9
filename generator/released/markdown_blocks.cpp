#include "markdown_blocks.h"

#include <cmark-gfm.h>

#include <algorithm>

#include "markdown_walk.h"
#include "text.h"

namespace opsg::released {

void for_each_heading(cmark_node* root, const std::function<void(cmark_node*)>& visit) {
  MarkdownWalk walk(root);
  while (walk.next()) {
    if (!walk.entering() || cmark_node_get_type(walk.node()) != CMARK_NODE_HEADING) continue;
    visit(walk.node());
    walk.skip();
  }
}

cmark_node* repeated_title(const Record& record) {
  if (!record.meeting.empty() || record.trees.empty()) return nullptr;
  cmark_node* first = cmark_node_first_child(record.trees.front().root());
  if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_HEADING) return nullptr;
  return collapse_space(plain_text(first)) == collapse_space(record.title) ? first : nullptr;
}

int highest_heading_level(const Record& record) {
  const cmark_node* const title = repeated_title(record);
  int level = 7;
  for (const MarkdownTree& tree : record.trees) {
    for_each_heading(tree.root(), [&](cmark_node* heading) {
      if (heading == title) return;
      level = std::min(level, cmark_node_get_heading_level(heading));
    });
  }
  return level > 6 ? 1 : level;
}

std::string first_paragraph(const Record& record) {
  for (const MarkdownTree& tree : record.trees) {
    cmark_node* block = cmark_node_first_child(tree.root());
    for (; block != nullptr; block = cmark_node_next(block)) {
      if (cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH) return plain_text(block);
    }
  }
  return {};
}

void settle_strings(cmark_node* root) {
  MarkdownWalk walk(root);
  while (walk.next()) {
    if (!walk.entering()) continue;
    cmark_node_get_literal(walk.node());
    cmark_node_get_url(walk.node());
    cmark_node_get_title(walk.node());
    cmark_node_get_fence_info(walk.node());
  }
}

}  // namespace opsg::released
