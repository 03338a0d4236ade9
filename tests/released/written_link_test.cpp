#include "written_link.h"

#include <fmt/format.h>

#include <string>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

/// "line:column+length url", one a line.
std::string links_of(std::string_view text) {
  std::string out;
  for (const released::WrittenLink& link : read_minutes(text).record.links) {
    out += fmt::format("{}{}:{}+{} {}\n", link.is_image ? "!" : "", link.span.line,
                       link.span.column, link.span.length, link.url);
  }
  return out;
}

TEST_CASE("a link has the place of its destination") {
  CHECK(links_of("See [a](b.md), [c](<d e.md> \"T\")\nand [f](b.md).\n") ==
        "1:9+4 b.md\n1:21+6 d e.md\n2:9+4 b.md\n");
  CHECK(links_of("[a]()\n") == "1:5+0 \n");
  CHECK(links_of("## 1. [a](x)\n\n- one\n- [b](y)\n\n> [c](z)\n") ==
        "1:11+1 x\n4:7+1 y\n6:7+1 z\n");
  CHECK(links_of("| a |\n|---|\n| [b](c) |\n") == "3:7+1 c\n");
}

TEST_CASE("an image in a link has a place of its own") {
  CHECK(links_of("[![a](b.png)](c.md)\n") == "!1:7+5 b.png\n1:15+4 c.md\n");
}

TEST_CASE("autolinks and bare addresses are links") {
  CHECK(links_of("<https://a.example> www.b.example https://c.example/d\n") ==
        "1:2+17 https://a.example\n1:21+13 http://www.b.example\n1:35+19 https://c.example/d\n");
  CHECK(links_of("[b.md](b.md)\n") == "1:2+4 b.md\n");
  CHECK(links_of("Write to <a@b.example>.\n") == "1:11+11 mailto:a@b.example\n");
}

TEST_CASE("a link by reference has the place of its definition") {
  CHECK(links_of("[a] and [b][a]\n\n> [a]: <c.md> 'T'\n") == "3:9+4 c.md\n3:9+4 c.md\n");
}

TEST_CASE("what the source writes otherwise has its block's place") {
  CHECK(links_of("One\ntwo [a](b\\_c) three\n") == "1:1+3 b_c\n");
  CHECK(links_of("[a](\n  b)\n") == "1:1+4 b\n");
}

TEST_CASE("code holds no links") {
  CHECK(links_of("`[a](b)` \\[c](d)\n\n    [e](f)\n") == "");
}

TEST_CASE("a block full of links that cannot be found is read in good time") {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += "[a](b\\_" + std::to_string(i) + ") ";
  CHECK(read_minutes(text).record.links.size() == 30'000);
}

}  // namespace
}  // namespace opsg::test
