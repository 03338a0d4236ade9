// Holds the reference part of docs/themes.md to the views: OPSG_UPDATE_GOLDEN=1 rewrites it.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.h"
#include "page_templates.h"

namespace opsg::released {
namespace {

const std::filesystem::path kDocument = std::filesystem::path(OPSG_SOURCE_DIR) / "docs/themes.md";
constexpr std::string_view kReference = "## Templates\n";

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Every view that a page can reach, each once.
std::vector<const ViewType*> all_views() {
  std::vector<const ViewType*> all;
  for (const ViewType* page : PageTemplates::views()) {
    for (const ViewType* view : reachable_views(*page)) {
      if (std::find(all.begin(), all.end(), view) == all.end()) all.push_back(view);
    }
  }
  return all;
}

std::string anchor(std::string_view name) {
  std::string lower;
  for (const char c : name) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return lower;
}

std::string linked(const ViewType& type) {
  switch (type.kind()) {
    case ViewKind::list:
      return "list of " + linked(*type.element());
    case ViewKind::object:
      return fmt::format("[{}](#{})", type.name(), anchor(type.name()));
    default:
      return std::string(type.name());
  }
}

std::string template_table() {
  std::string table = "| template | its view |\n|---|---|\n";
  const auto names = PageTemplates::names();
  const auto views = PageTemplates::views();
  for (std::size_t i = 0; i < names.size(); ++i) {
    table += fmt::format("| `{}` | {} |\n", names[i], linked(*views[i]));
  }
  return table;
}

std::string field_table(const ViewType& view) {
  std::string table = "| field | is | |\n|---|---|---|\n";
  for (const ViewField& field : view.fields()) {
    table += fmt::format("| `{}` | {}{} | {} |\n", field.name, linked(*field.type),
                         field.optional ? ", may be absent" : "", field.doc);
  }
  return table;
}

std::string reference() {
  std::string text = std::string(kReference) +
                     "\nEach kind of page is rendered by one template, which sees the fields of "
                     "one view.\n\n" +
                     template_table() + "\n## Views\n";
  for (const ViewType* view : all_views()) {
    text += fmt::format("\n### {}\n\n{}", view->name(), field_table(*view));
  }
  return text;
}

TEST_CASE("docs/themes.md has every template and every field, as they are") {
  const std::string document = read(kDocument);
  const std::string by_hand = document.substr(0, document.find(kReference));
  if (std::getenv("OPSG_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(kDocument, std::ios::binary) << by_hand << reference();
    return;
  }
  CHECK(document.substr(by_hand.size()) == reference());
}

TEST_CASE("views that have one name would share one entry of docs/themes.md") {
  std::vector<std::string_view> names;
  for (const ViewType* view : all_views()) names.push_back(view->name());
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

}  // namespace
}  // namespace opsg::released
