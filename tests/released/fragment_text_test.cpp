#include <string>

#include "catch2.h"
#include "fragment_lines.h"
#include "inline_text.h"
#include "markdown_tree.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

using namespace released;

std::string plain(std::string_view text) {
  return plain_text(parse_markdown(text).root());
}

TEST_CASE("plain text has no markup") {
  CHECK(plain("**a** *b* `c` [d](e) ![f](g) &amp; \\*") == "a b c d f & *");
  CHECK(plain("a\nb  \nc\\\nd") == "a b c d");
  CHECK(plain("a <!-- b --> c") == "a  c");
  CHECK(plain("- a\n- b\n\nc") == "a b c");
  CHECK(plain("| a | b |\n|---|---|\n| c | d |\n") == "a b c d");
  CHECK(plain("~~gone~~") == "gone");
  CHECK(plain("") == "");
}

TEST_CASE("a block knows its line of the source file") {
  Fragment fragment = fragment_of("one\n\n> - two  \n", 1);
  fragment.original_lines = {7, 8, 12};
  const SourcePath path("a.md");
  const FragmentLines lines(fragment, path);
  const MarkdownTree tree = parse_markdown(fragment.text);
  const MarkdownNode* one = tree.root()->first_child();
  const MarkdownNode* quote = one->next();
  const MarkdownNode* item = quote->first_child()->first_child();
  CHECK(lines.block_span(one) == SourceSpan{path, 7, 1, 3});
  CHECK(lines.block_span(quote) == SourceSpan{path, 12, 1, 7});
  CHECK(lines.block_span(item->first_child()) == SourceSpan{path, 12, 5, 3});
}

TEST_CASE("lines that only the parser counts do not lead astray") {
  const Fragment fragment = fragment_of("a\rb\r\rc\r\r\rd");
  const FragmentLines lines(fragment, SourcePath("a.md"));
  const MarkdownTree tree = parse_markdown(fragment.text);
  for (auto* block = tree.root()->first_child(); block; block = block->next()) {
    CHECK(lines.block_span(block).line == 1);
  }
  const Fragment empty;
  CHECK(FragmentLines(empty, SourcePath("a.md")).block_span(parse_markdown("").root()).line == 0);
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
