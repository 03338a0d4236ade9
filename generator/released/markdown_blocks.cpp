#include "markdown_blocks.h"

#include <algorithm>

#include "inline_text.h"
#include "markdown_tree.h"
#include "markdown_walk.h"
#include "text.h"

namespace opsg::released {

void for_each_heading(const MarkdownNode* root,
                      const std::function<void(const MarkdownNode*)>& visit) {
  MarkdownWalk walk(root);
  while (walk.next()) {
    if (!walk.entering() || !walk.node()->is(MarkdownKind::heading)) continue;
    visit(walk.node());
    walk.skip();
  }
}

const MarkdownNode* repeated_title(const Record& record) {
  if (!record.meeting.empty() || record.trees.empty()) return nullptr;
  const MarkdownNode* first = record.trees.front().root()->first_child();
  if (first == nullptr || !first->is(MarkdownKind::heading)) return nullptr;
  return collapse_space(plain_text(first)) == collapse_space(record.title) ? first : nullptr;
}

int highest_heading_level(const Record& record) {
  const MarkdownNode* const title = repeated_title(record);
  int level = 7;
  for (const MarkdownTree& tree : record.trees) {
    for_each_heading(tree.root(), [&](const MarkdownNode* heading) {
      if (heading == title) return;
      level = std::min(level, heading->heading_level());
    });
  }
  return level > 6 ? 1 : level;
}

std::string first_paragraph(const Record& record) {
  for (const MarkdownTree& tree : record.trees) {
    const MarkdownNode* block = tree.root()->first_child();
    for (; block != nullptr; block = block->next()) {
      if (block->is(MarkdownKind::paragraph)) return plain_text(block);
    }
  }
  return {};
}

}  // namespace opsg::released
