#include "markdown_blocks.h"

#include <algorithm>

#include "inline_text.h"
#include "markdown_tree.h"
#include "markdown_walk.h"
#include "text.h"

namespace opsg::released {
namespace {

const MarkdownNode* behind_comments(const MarkdownNode* block) {
  while (block != nullptr && block->is(MarkdownKind::html_block)) block = block->next();
  return block;
}

}  // namespace

void for_each_heading(const MarkdownNode* root,
                      const std::function<void(const MarkdownNode*)>& visit) {
  MarkdownWalk walk(root);
  while (walk.next()) {
    if (!walk.entering() || !walk.node()->is(MarkdownKind::heading)) continue;
    visit(walk.node());
    walk.skip();
  }
}

const MarkdownNode* next_block(const MarkdownNode* block) {
  return behind_comments(block->next());
}

const MarkdownNode* previous_block(const MarkdownNode* block) {
  do block = block->previous();
  while (block != nullptr && block->is(MarkdownKind::html_block));
  return block;
}

const MarkdownNode* first_block(const Record& record) {
  for (const MarkdownTree& tree : record.trees) {
    const MarkdownNode* first = behind_comments(tree.root()->first_child());
    if (first != nullptr) return first;
  }
  return nullptr;
}

const MarkdownNode* repeated_title(const Record& record) {
  if (!record.meeting.empty()) return nullptr;
  const MarkdownNode* first = first_block(record);
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
