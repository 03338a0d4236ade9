#include "theme_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "table_reader.h"
#include "text.h"
#include "toml_reader.h"

namespace opsg::released {
namespace {

constexpr std::string_view kFactsFile = "theme.toml";
class FactsReader {
 public:
  FactsReader(const ThemeFiles& theme, const TomlTable& table, SourceSpan place,
              Diagnostics& diagnostics)
      : theme_(theme),
        table_(table),
        place_(std::move(place)),
        reader_(table_, place_, diagnostics),
        diagnostics_(diagnostics) {}

  ThemeFacts read(const std::vector<std::string>& page_templates) {
    static const std::array<std::string, 7> kKeys = {
        "name", "description", "inherits", "stylesheets", "scripts", "icon", "pages"};
    reader_.allow_only(kKeys);
    reader_.text("name");
    reader_.text("inherits");
    facts_.description = reader_.text("description");
    facts_.on_every_page = page_assets(table_, reader_);
    if (const std::string icon = reader_.text("icon"); !icon.empty()) {
      facts_.icon = asset(icon, table_.find("icon")->span());
    }
    if (const TomlTable* pages = reader_.table("pages")) read_pages(*pages, page_templates);
    return std::move(facts_);
  }

 private:
  PageAssets page_assets(const TomlTable& table, TableReader& reader) {
    return {assets(table, reader, "stylesheets"), assets(table, reader, "scripts")};
  }

  void read_pages(const TomlTable& pages, const std::vector<std::string>& page_templates) {
    static const std::array<std::string, 2> kKeys = {"stylesheets", "scripts"};
    for (const auto& [key, value] : pages.entries) {
      if (!std::count(page_templates.begin(), page_templates.end(), key.name)) {
        report_unknown_page(key, page_templates);
      } else if (const TomlTable* table = value.table()) {
        TableReader reader(*table, key.span, diagnostics_);
        reader.allow_only(kKeys);
        facts_.on_pages[key.name] = page_assets(*table, reader);
      } else {
        reader_.wrong_type(value, key.name, "a table");
      }
    }
  }

  std::vector<ThemeAsset> assets(const TomlTable& table, TableReader& reader,
                                 std::string_view list) {
    std::vector<ThemeAsset> found;
    for (const std::string& name : reader.texts(list)) {
      if (auto one = asset(name, table.find(list)->span())) found.push_back(std::move(*one));
    }
    return found;
  }

  std::optional<ThemeAsset> asset(std::string_view name, const SourceSpan& span) {
    std::string path = fmt::format("assets/{}", name);
    const ThemeFile* file = theme_.find(path);
    if (file == nullptr) {
      diagnostics_
          .error("theme-asset-missing", span, fmt::format("the theme has no file `{}`", path))
          .with_help("add the file, or take it out of theme.toml");
      return std::nullopt;
    }
    ThemeAsset made = make_theme_asset(path, file->bytes);
    facts_.fingerprinted.emplace(std::move(path), made.path);
    return made;
  }

  void report_unknown_page(const TomlKey& key, const std::vector<std::string>& page_templates) {
    const auto meant = nearest(key.name, page_templates);
    diagnostics_
        .error("theme-page-unknown", key.span,
               fmt::format("no page is rendered by a template `{}`", key.name))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : fmt::format("pages are: {}", fmt::join(page_templates, ", ")));
  }

  const ThemeFiles& theme_;
  const TomlTable& table_;
  SourceSpan place_;
  TableReader reader_;
  Diagnostics& diagnostics_;
  ThemeFacts facts_;
};

}  // namespace

ThemeFacts read_theme_facts(const ThemeFiles& theme, const std::vector<std::string>& page_templates,
                            Diagnostics& diagnostics) {
  const ThemeFile* file = theme.find(kFactsFile);
  if (file == nullptr) {
    const SourcePath path(fmt::format("themes/{}/{}", theme.name, kFactsFile));
    diagnostics.error("theme-incomplete", SourceSpan{path}, "the theme has no theme.toml")
        .with_help("add one, with name and description");
    return {};
  }
  const TomlTable table =
      read_toml(file->bytes, file->origin, 1, diagnostics).value_or(TomlTable{});
  return FactsReader(theme, table, {file->origin, 1, 1, 0}, diagnostics).read(page_templates);
}

InheritedTheme inherited_theme(const ThemeFiles& theme) {
  const ThemeFile* file = theme.find(kFactsFile);
  if (file == nullptr) return {};
  Diagnostics unused;
  const auto table = read_toml(file->bytes, file->origin, 1, unused);
  const TomlValue* value = table ? table->find("inherits") : nullptr;
  if (value == nullptr || !value->string()) return {};
  return {*value->string(), value->span()};
}

}  // namespace opsg::released
