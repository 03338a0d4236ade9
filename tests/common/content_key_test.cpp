#include "content_key.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "catch2.h"
#include "toml_reader.h"

namespace opsg {
namespace {

TomlTable toml(std::string_view text) {
  Diagnostics diagnostics;
  auto table = read_toml(text, SourcePath("site.toml"), 1, diagnostics);
  REQUIRE(table.has_value());
  return *table;
}

DocumentSource document() {
  return {.path = SourcePath("content/meetings/a/minutes.md"),
          .meeting = "a",
          .name = "minutes",
          .level = "white",
          .complete = true,
          .front_matter = toml("status = \"final\"\n"),
          .fragments = {{"one\ntwo\n", {5, 6}}}};
}

std::string key(const DocumentSource& source) {
  return ContentKey().add(source).hex();
}

TEST_CASE("equal documents have equal keys") {
  CHECK(key(document()) == key(document()));
  CHECK(key(document()).size() == 64);
}

TEST_CASE("whatever differs in a document, its key does") {
  const std::vector<std::pair<std::string, std::function<void(DocumentSource&)>>> changes = {
      {"path", [](auto& it) { it.path = SourcePath("content/meetings/b/minutes.md"); }},
      {"meeting", [](auto& it) { it.meeting = "b"; }},
      {"name", [](auto& it) { it.name = "headlines"; }},
      {"level", [](auto& it) { it.level = "green"; }},
      {"complete", [](auto& it) { it.complete = false; }},
      {"front matter", [](auto& it) { it.front_matter = toml("status = \"draft\"\n"); }},
      {"its place", [](auto& it) { it.front_matter = toml("\nstatus = \"final\"\n"); }},
      {"text", [](auto& it) { it.fragments[0].text = "one\ntwO\n"; }},
      {"lines", [](auto& it) { it.fragments[0].original_lines[1] = 7; }},
      {"fewer", [](auto& it) { it.fragments.clear(); }},
      {"more", [](auto& it) { it.fragments.push_back({}); }},
      {"cut elsewhere",
       [](auto& it) {
         it.fragments = {{"one\n", {5}}, {"two\n", {6}}};
       }},
  };
  for (const auto& [what, change] : changes) {
    CAPTURE(what);
    DocumentSource changed = document();
    change(changed);
    CHECK(key(changed) != key(document()));
  }
}

TEST_CASE("values of different types or places in a table have different keys") {
  const std::vector<std::string> tables = {
      "",
      "a = 1",
      "a = 2",
      "b = 1",
      "a = 1.0",
      "a = true",
      "a = false",
      "a = '1'",
      "a = ''",
      "a = [1]",
      "a = [[1]]",
      "a = [1, 1]",
      "a = { b = 1 }",
      "a = 1970-01-02",
      "a = 1970-01-01T00:00:01",
      "a = 00:00:01",
      " a = 1",
      "a = 1\nb = 1",
  };
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (std::size_t j = 0; j < tables.size(); ++j) {
      CAPTURE(tables[i], tables[j]);
      const std::string a = ContentKey().add(toml(tables[i])).hex();
      CHECK((a == ContentKey().add(toml(tables[j])).hex()) == (i == j));
    }
  }
}

TEST_CASE("texts do not run into each other") {
  CHECK(ContentKey().add("ab").add("c").hex() != ContentKey().add("a").add("bc").hex());
  CHECK(ContentKey().add("").hex() != ContentKey().hex());
}

}  // namespace
}  // namespace opsg
