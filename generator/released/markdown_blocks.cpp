#include "markdown_blocks.h"

#include <cmark-gfm.h>

#include <algorithm>

#include "markdown_walk.h"

namespace opsg::released {

void for_each_heading(cmark_node* root, const std::function<void(cmark_node*)>& visit) {
  MarkdownWalk walk(root);
  while (walk.next()) {
    if (!walk.entering() || cmark_node_get_type(walk.node()) != CMARK_NODE_HEADING) continue;
    visit(walk.node());
    walk.skip();
  }
}

int highest_heading_level(const Record& record) {
  int level = 7;
  for (const MarkdownTree& tree : record.trees) {
    for_each_heading(tree.root(), [&](cmark_node* heading) {
      level = std::min(level, cmark_node_get_heading_level(heading));
    });
  }
  return level > 6 ? 1 : level;
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
