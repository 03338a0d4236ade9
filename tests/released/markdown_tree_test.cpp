#include "markdown_tree.h"

#include <cmark-gfm.h>

#include <string>
#include <utility>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

using namespace released;

cmark_node* first_block(const MarkdownTree& tree) {
  return cmark_node_first_child(tree.root());
}

std::string type_of_first(std::string_view text) {
  const MarkdownTree tree(fragment_of(text));
  return cmark_node_get_type_string(first_block(tree));
}

bool is_tight(std::string_view text) {
  const MarkdownTree tree(fragment_of(text));
  return cmark_node_get_list_tight(first_block(tree)) != 0;
}

std::string plain(std::string_view text) {
  const MarkdownTree tree(fragment_of(text));
  return plain_text(tree.root());
}

TEST_CASE("Markdown is GFM") {
  CHECK(type_of_first("| a |\n|---|\n| b |\n") == "table");
  CHECK(plain("~~gone~~") == "gone");
  const MarkdownTree tree(fragment_of("https://a.example/"));
  CHECK(std::string(cmark_node_get_type_string(cmark_node_last_child(first_block(tree)))) ==
        "link");
}

TEST_CASE("a list is loose exactly where an item holds two paragraphs") {
  CHECK(is_tight("- a\n- b\n"));
  CHECK(is_tight("- a\n\n- b\n"));
  CHECK(is_tight("- a\n\n  ```\n  code\n  ```\n"));
  CHECK_FALSE(is_tight("- a\n\n  b\n- c\n"));
}

TEST_CASE("plain text has no markup") {
  CHECK(plain("**a** *b* `c` [d](e) ![f](g) &amp; \\*") == "a b c d f & *");
  CHECK(plain("a\nb  \nc\\\nd") == "a b c d");
  CHECK(plain("a <!-- b --> c") == "a  c");
  CHECK(plain("- a\n- b\n\nc") == "a b c");
  CHECK(plain("| a | b |\n|---|---|\n| c | d |\n") == "a b c d");
  CHECK(plain("") == "");
}

TEST_CASE("nodes stay where they are when the tree is moved") {
  MarkdownTree tree(fragment_of("a"));
  cmark_node* paragraph = first_block(tree);
  const MarkdownTree moved(std::move(tree));
  CHECK(first_block(moved) == paragraph);
}

TEST_CASE("a block knows its line of the source file") {
  Fragment fragment = fragment_of("one\n\n> - two  \n", 1);
  fragment.original_lines = {7, 8, 12};
  const SourcePath path("a.md");
  const MarkdownTree tree(fragment);
  cmark_node* quote = cmark_node_next(first_block(tree));
  cmark_node* item = cmark_node_first_child(cmark_node_first_child(quote));
  CHECK(block_span(first_block(tree), fragment, path) == SourceSpan{path, 7, 1, 3});
  CHECK(block_span(quote, fragment, path) == SourceSpan{path, 12, 1, 7});
  CHECK(block_span(cmark_node_first_child(item), fragment, path) == SourceSpan{path, 12, 5, 3});
}

TEST_CASE("lines that only the parser counts do not lead astray") {
  const Fragment fragment = fragment_of("a\rb\r\rc\r\r\rd");
  const MarkdownTree tree(fragment);
  for (cmark_node* block = first_block(tree); block; block = cmark_node_next(block)) {
    CHECK(block_span(block, fragment, SourcePath("a.md")).line == 1);
  }
  const Fragment empty;
  CHECK(block_span(MarkdownTree(empty).root(), empty, SourcePath("a.md")).line == 0);
}

TEST_CASE("deep nesting overflows no stack") {
  const std::string quotes(20'000, '>');
  CHECK(plain(quotes + " a") == "a");
  std::string bold;
  for (int i = 0; i < 20'000; ++i) bold += "*a **a ";
  CHECK(plain(bold).size() > 20'000);
}

}  // namespace
}  // namespace opsg::test
