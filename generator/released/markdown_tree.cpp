#include "markdown_tree.h"

#include <cmark-gfm.h>

#include "fragment_lines.h"
#include "inline_text.h"
#include "markdown_blocks.h"
#include "markdown_parser.h"
#include "markdown_walk.h"
#include "text.h"

namespace opsg::released {
namespace {

bool holds_paragraphs(cmark_node* item) {
  int paragraphs = 0;
  for (cmark_node* block = cmark_node_first_child(item); block; block = cmark_node_next(block)) {
    if (cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH) ++paragraphs;
  }
  return paragraphs > 1;
}

void settle_tightness(cmark_node* list) {
  bool tight = true;
  for (cmark_node* item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
    tight = tight && !holds_paragraphs(item);
  }
  cmark_node_set_list_tight(list, tight ? 1 : 0);
}

}  // namespace

void MarkdownTree::Free::operator()(cmark_node* node) const {
  cmark_node_free(node);
}

MarkdownTree::MarkdownTree(const Fragment& fragment) {
  root_.reset(parse_markdown(fragment.text, CMARK_OPT_VALIDATE_UTF8).release());
  cmark_consolidate_text_nodes(root_.get());
  for (MarkdownWalk walk(root_.get()); walk.next();) {
    const bool is_list = cmark_node_get_type(walk.node()) == CMARK_NODE_LIST;
    if (is_list && walk.entering()) settle_tightness(walk.node());
  }
  settle_strings(root_.get());
}

std::string plain_text(cmark_node* node) {
  return std::string(trim(inline_text(node).text));
}

SourceSpan block_span(cmark_node* block, const Fragment& fragment, const SourcePath& path) {
  return FragmentLines(fragment, path).block_span(block);
}

}  // namespace opsg::released
