#include "cmark_parser.h"

#include <array>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "catch2.h"

namespace opsg {
namespace {

/// Every node with its place, as XML.
std::string parsed_with(std::string_view text, MarkdownExtensions extensions) {
  const ParserMemory memory;
  return cmark_render_xml(parse_with_cmark(text, extensions, memory), CMARK_OPT_SOURCEPOS);
}

std::string parsed(std::string_view text) {
  return parsed_with(text, needed_extensions(text));
}

std::string parsed_with_all(std::string_view text) {
  return parsed_with(text, {});
}

bool needs_any(std::string_view text) {
  const MarkdownExtensions needed = needed_extensions(text);
  return needed.tables || needed.strikethrough || needed.autolinks;
}

TEST_CASE("A text gets the extensions that it needs") {
  CHECK_FALSE(needs_any("# 6. Title (DCC)\n\nThe *committee* **NOTED** this: a w.\n\n---\n"));
  CHECK(parsed("| a | b |\n|---|---|\n| c | d |\n").find("<table") != std::string::npos);
  CHECK(parsed("~~gone~~").find("<strikethrough") != std::string::npos);
  for (const char* link : {"http://a.example", "https://a.example", "www.a.example", "a@b.example",
                           "a&#64;b.example", "a&commat;b.example"}) {
    CAPTURE(link);
    CHECK(parsed(link).find("<link") != std::string::npos);
  }
}

TEST_CASE("A text reads alike with the extensions that it needs and with all of them") {
  constexpr std::array<std::string_view, 48> kParts = {
      "a",          "b w", " ",  "  ",    "    ",  "\t",     "\n",   "\n\n",
      "|",          "-",   "--", "---",   ":",     ":-",     "-:",   "- -",
      "- ",         "1. ", "> ", "#",     "# ",    "===",    "*",    "**",
      "_",          "~",   "~~", "`",     "```",   "[",      "]",    "](a)",
      "[a]: /b",    "<",   ">",  "<!-- ", "-->",   "<http:", "www.", "www.a.b",
      "http://a.b", "://", "@",  "a@b.c", "&#64;", "&amp;",  "\\",   "!["};
  std::mt19937 random(7);
  std::size_t spared = 0;
  for (int i = 0; i < 40'000; ++i) {
    std::string text;
    for (std::size_t length = 1 + random() % 14; length > 0; --length) {
      text += kParts[random() % kParts.size()];
    }
    const MarkdownExtensions needed = needed_extensions(text);
    if (needed.tables && needed.strikethrough && needed.autolinks) continue;
    ++spared;
    if (parsed(text) == parsed_with_all(text)) continue;
    CAPTURE(text);
    CHECK(parsed(text) == parsed_with_all(text));
  }
  CHECK(spared > 10'000);
}

TEST_CASE("Threads that parse at the same time do not disturb each other") {
  const std::string text = "*~a~ www.a.example http://b.example c@d.example ~~e~~ w: f*\n\n";
  std::string many;
  for (int i = 0; i < 50; ++i) many += text;
  const std::string expected = parsed(many);
  std::array<int, 4> differing{};
  std::vector<std::thread> threads;
  for (int& count : differing) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) count += parsed(many) == expected ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(differing == std::array<int, 4>{});
}

}  // namespace
}  // namespace opsg
