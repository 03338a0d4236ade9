#include "markdown_renderer.h"

#include <vector>

#include "markdown_blocks.h"
#include "markdown_html.h"
#include "markdown_tree.h"

namespace opsg::released {
namespace {

/// What has to be added to the level of the record's headings.
int heading_shift(const Record& record, int heading_level) {
  return heading_level - record.highest_heading;
}

}  // namespace

MarkdownRenderer::MarkdownRenderer(const Site& site, const Permalinks& permalinks)
    : linker_(site, permalinks),
      links_(permalinks),
      anchors_(permalinks.anchors()) {}

MarkdownRenderer::MarkdownRenderer(const MarkdownRenderer& other, const Permalinks& permalinks)
    : linker_(other.linker_, permalinks),
      links_(permalinks),
      anchors_(permalinks.anchors()) {}

SafeHtml MarkdownRenderer::fragment(const Record& record, std::size_t fragment, int heading_level,
                                    PageScope& scope) const {
  const Placement placement{record, heading_shift(record, heading_level), true};
  MarkdownHtml html({linker_, links_, anchors_}, placement, scope);
  const MarkdownNode* const title = repeated_title(record);
  const MarkdownNode* block = record.trees[fragment].root()->first_child();
  for (; block != nullptr; block = block->next()) {
    if (block != title) html.write(block);
  }
  return SafeHtml::trusted(html.take(), PassKey<MarkdownRenderer>());
}

SafeHtml MarkdownRenderer::blocks(const Record& record, std::span<const MarkdownNode* const> blocks,
                                  int heading_level, PageScope& scope) const {
  const Placement placement{record, heading_shift(record, heading_level), false};
  MarkdownHtml html({linker_, links_, anchors_}, placement, scope);
  for (const MarkdownNode* block : blocks) html.write(block);
  return SafeHtml::trusted(html.take(), PassKey<MarkdownRenderer>());
}

SafeHtml MarkdownRenderer::whole(const Record& record, int heading_level, PageScope& scope) const {
  std::vector<const MarkdownNode*> all;
  for (const MarkdownTree& tree : record.trees) {
    const MarkdownNode* block = tree.root()->first_child();
    for (; block != nullptr; block = block->next()) all.push_back(block);
  }
  return blocks(record, all, heading_level, scope);
}

SafeHtml MarkdownRenderer::text(std::string_view text, PageScope& scope) const {
  std::string html;
  linker_.append(html, text, TextLinker::Place::prose, scope);
  return SafeHtml::trusted(std::move(html), PassKey<MarkdownRenderer>());
}

}  // namespace opsg::released
