#include "markdown_renderer.h"

#include <cmark-gfm.h>

#include <vector>

#include "markdown_blocks.h"
#include "markdown_html.h"

namespace opsg::released {

MarkdownRenderer::MarkdownRenderer(const Site& site, const Permalinks& permalinks)
    : linker_(site, permalinks), links_(permalinks), anchors_(permalinks.anchors()) {
  for (const Record& record : site.records) {
    for (const MarkdownTree& tree : record.trees) {
      settle_strings(tree.root());
      add_post_meeting_notes(tree.root(), notes_);
    }
  }
}

SafeHtml MarkdownRenderer::fragment(const Record& record, std::size_t fragment, int heading_level,
                                    PageScope& scope) const {
  const Placement placement{record, heading_level - highest_heading_level(record), true};
  MarkdownHtml html({linker_, links_, anchors_, notes_}, placement, scope);
  cmark_node* block = cmark_node_first_child(record.trees[fragment].root());
  if (block != nullptr && block == repeated_title(record)) block = cmark_node_next(block);
  for (; block != nullptr; block = cmark_node_next(block)) html.write(block);
  return SafeHtml::trusted(html.take(), PassKey<MarkdownRenderer>());
}

SafeHtml MarkdownRenderer::blocks(const Record& record, std::span<cmark_node* const> blocks,
                                  int heading_level, PageScope& scope) const {
  const Placement placement{record, heading_level - highest_heading_level(record), false};
  MarkdownHtml html({linker_, links_, anchors_, notes_}, placement, scope);
  for (cmark_node* block : blocks) html.write(block);
  return SafeHtml::trusted(html.take(), PassKey<MarkdownRenderer>());
}

SafeHtml MarkdownRenderer::whole(const Record& record, int heading_level, PageScope& scope) const {
  std::vector<cmark_node*> all;
  for (const MarkdownTree& tree : record.trees) {
    cmark_node* block = cmark_node_first_child(tree.root());
    for (; block != nullptr; block = cmark_node_next(block)) all.push_back(block);
  }
  return blocks(record, all, heading_level, scope);
}

SafeHtml MarkdownRenderer::text(std::string_view text, PageScope& scope) const {
  std::string html;
  linker_.append(html, text, TextLinker::Place::prose, scope);
  return SafeHtml::trusted(std::move(html), PassKey<MarkdownRenderer>());
}

}  // namespace opsg::released
