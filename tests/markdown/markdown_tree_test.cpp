#include "markdown_tree.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "catch2.h"
#include "cmark_parser.h"
#include "markdown_walk.h"

namespace opsg {
namespace {

/// As cmark's own tree is walked, with text joined: "+0 " for entering a node, "-0 " for leaving.
std::string walk_of_cmark(std::string_view text) {
  const ParserMemory memory;
  cmark_node* document = parse_with_cmark(text, needed_extensions(text), memory);
  cmark_consolidate_text_nodes(document);
  std::string out;
  cmark_iter* iterator = cmark_iter_new(document);
  for (auto event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* node = cmark_iter_get_node(iterator);
    const auto text_or_empty = [](const char* string) { return string ? string : ""; };
    const bool is_block =
        (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
    const bool has_text = cmark_node_get_type(node) != CMARK_NODE_CUSTOM_BLOCK;
    out += fmt::format(
        "{}{} {}:{}-{} h{} l{} {}\n", event == CMARK_EVENT_ENTER ? '+' : '-', is_block ? 'b' : 'i',
        cmark_node_get_start_line(node), cmark_node_get_start_column(node),
        cmark_node_get_end_line(node), cmark_node_get_heading_level(node),
        cmark_node_get_list_start(node),
        fmt::format("{}|{}|{}|{}", has_text ? text_or_empty(cmark_node_get_literal(node)) : "",
                    text_or_empty(cmark_node_get_url(node)),
                    text_or_empty(cmark_node_get_title(node)),
                    text_or_empty(cmark_node_get_fence_info(node))));
  }
  return out;
}

std::string walk_of(const MarkdownTree& tree) {
  std::string out;
  for (MarkdownWalk walk(tree.root()); walk.next();) {
    const MarkdownNode* node = walk.node();
    const std::string_view text = node->is(MarkdownKind::table) ? std::string_view() : node->text();
    out += fmt::format("{}{} {}:{}-{} h{} l{} {}|{}|{}|{}\n", walk.entering() ? '+' : '-',
                       node->is_block() ? 'b' : 'i', node->start_line(), node->start_column(),
                       node->end_line(), node->heading_level(), node->list_start(), text,
                       node->url(), node->title(), node->info());
  }
  return out;
}

const std::string kOfEverything =
    "# A *b* **c** ~~d~~\n\n> - e `f`\n>   g\\\n>   h  \n>   i\n>\n>   j\n> - k\n\n3) l\n4) m\n\n"
    "```sh\nn &amp;\n```\n\n    o\n\n<!-- p -->\n\nq <b>r</b> [s *t*](u \"v\") ![w](x 'y')\n\n"
    "---\n\n| a | b | c | d |\n|---|:-:|--:|:--|\n| e | f\\|g | h | i |\n\n"
    "https://j.example/k_l?m&n *unclosed &amp; o_p http://q\n\n[r]: /s 't'\n\n[r] [u]\n";

TEST_CASE("a tree says what cmark's says, with text joined") {
  CHECK(walk_of(parse_markdown(kOfEverything)) == walk_of_cmark(kOfEverything));
  CHECK(walk_of(parse_markdown("")) == walk_of_cmark(""));
}

TEST_CASE("nodes know what stands around them") {
  const MarkdownTree tree = parse_markdown(kOfEverything);
  std::size_t count = 0;
  for (MarkdownWalk walk(tree.root()); walk.next();) {
    const MarkdownNode* node = walk.node();
    if (!walk.entering()) continue;
    CHECK(node == tree.root() + count++);
    for (auto* child = node->first_child(); child; child = child->next()) {
      CHECK(child->parent() == node);
      CHECK((child->previous() ? child->previous()->next() : node->first_child()) == child);
      CHECK((child->next() ? child->next() : node->end()) == child->end());
    }
  }
  CHECK(count == tree.size());
  CHECK(tree.root()->parent() == nullptr);
  CHECK(tree.root()->next() == nullptr);
  CHECK(tree.root()->previous() == nullptr);
}

const MarkdownNode* first_block(const MarkdownTree& tree) {
  return tree.root()->first_child();
}

TEST_CASE("lists, code and tables tell how they are written") {
  const MarkdownTree list = parse_markdown("2) a");
  CHECK(first_block(list)->is_ordered());
  CHECK(first_block(list)->has_parentheses());
  CHECK(first_block(list)->list_start() == 2);
  CHECK_FALSE(first_block(parse_markdown("2. a"))->has_parentheses());
  CHECK_FALSE(first_block(parse_markdown("- a"))->is_ordered());
  CHECK(first_block(parse_markdown("~~~\na"))->is_fenced());
  CHECK_FALSE(first_block(parse_markdown("    a"))->is_fenced());
  const MarkdownTree table = parse_markdown("|a|b|c|d|\n|-|:-:|:-|-:|\n|e|f|g|h|\n");
  CHECK(first_block(table)->is(MarkdownKind::table));
  CHECK(first_block(table)->text() == "-clr");
  CHECK(first_block(table)->first_child()->is_header_row());
  CHECK_FALSE(first_block(table)->first_child()->next()->is_header_row());
}

TEST_CASE("a list is loose exactly where an item holds two paragraphs") {
  const auto is_loose = [](std::string_view text) {
    return first_block(parse_markdown(text))->is_loose();
  };
  CHECK_FALSE(is_loose("- a\n- b\n"));
  CHECK_FALSE(is_loose("- a\n\n- b\n"));
  CHECK_FALSE(is_loose("- a\n\n  ```\n  code\n  ```\n"));
  CHECK(is_loose("- a\n\n  b\n- c\n"));
  CHECK_FALSE(is_loose("- a\n\n  - b\n\n    c\n"));
  CHECK_FALSE(is_loose("> a\n>\n> b\n"));
}

TEST_CASE("what is below a node can be passed over") {
  const MarkdownTree tree = parse_markdown("- a *b*\n\nc\n\n---\n\nd");
  std::vector<MarkdownKind> seen;
  for (MarkdownWalk walk(tree.root()); walk.next();) {
    seen.push_back(walk.node()->kind());
    if (walk.entering() && !walk.node()->is(MarkdownKind::document)) walk.skip();
  }
  using enum MarkdownKind;
  CHECK(seen == std::vector{document, list, paragraph, thematic_break, paragraph, document});
}

TEST_CASE("nodes stay where they are when the tree is moved") {
  MarkdownTree tree = parse_markdown("a");
  const MarkdownNode* paragraph = first_block(tree);
  const MarkdownTree moved(std::move(tree));
  CHECK(first_block(moved) == paragraph);
  CHECK(paragraph->first_child()->text() == "a");
}

}  // namespace
}  // namespace opsg
