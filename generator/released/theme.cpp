#include "theme.h"

#include <fmt/format.h>

#include <set>
#include <string_view>
#include <utility>

#include "template_references.h"
#include "text.h"
#include "theme_facts.h"

namespace opsg::released {
namespace {

constexpr std::string_view kTemplates = "templates/";
constexpr std::string_view kAssets = "assets/";
constexpr std::string_view kTemplateExtension = ".html";

std::string without_extension(std::string_view name) {
  if (name.ends_with(kTemplateExtension)) name.remove_suffix(kTemplateExtension.size());
  return std::string(name);
}

std::vector<std::string> page_template_names() {
  std::vector<std::string> names;
  for (const std::string_view name : PageTemplates::names()) {
    names.push_back(without_extension(name));
  }
  return names;
}

std::vector<TemplateSource> template_sources(const ThemeFiles& theme) {
  std::vector<TemplateSource> sources;
  for (const ThemeFile& file : theme.files) {
    if (!file.path.starts_with(kTemplates)) continue;
    sources.push_back({file.path.substr(kTemplates.size()), file.origin, file.bytes});
  }
  return sources;
}

/// Listed assets go by their fingerprinted names only, the others (images of a stylesheet, fonts)
/// by their own.
std::vector<RenderedFile> asset_files(const ThemeFiles& theme, const ThemeFacts& facts) {
  std::vector<RenderedFile> assets;
  for (const ThemeFile& file : theme.files) {
    if (!file.path.starts_with(kAssets)) continue;
    const auto listed = facts.fingerprinted.find(file.path);
    assets.push_back(
        {listed == facts.fingerprinted.end() ? file.path : listed->second, file.bytes});
  }
  return assets;
}

/// A misspelt file name would leave the page as it was, and nobody would know why.
void report_unused(const ThemeFiles& files, const TemplateSet& set, Diagnostics& diagnostics) {
  const std::set<std::string> used = reachable_templates(set, PageTemplates::names());
  const std::vector<std::string> names(used.begin(), used.end());
  for (const ThemeFile& file : files.files) {
    if (file.built_in || !file.path.starts_with(kTemplates)) continue;
    const std::string name = file.path.substr(kTemplates.size());
    if (used.contains(name)) continue;
    const auto meant = nearest(name, names);
    diagnostics
        .warning("theme-unused-template", SourceSpan{file.origin}, "no page uses this template")
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : "remove it, or include it in one that a page uses");
  }
}

}  // namespace

const PageAssets& Theme::assets_of_template(std::string_view template_name) const {
  static const PageAssets kNone;
  const auto found = on_pages.find(without_extension(template_name));
  return found == on_pages.end() ? kNone : found->second;
}

std::optional<Theme> make_theme(const ThemeFiles& files, Diagnostics& diagnostics) {
  Diagnostics found;
  ThemeFacts facts = read_theme_facts(files, page_template_names(), found);
  const SourcePath folder(fmt::format("themes/{}/templates", files.name));
  const TemplateSet set = TemplateSet::load(folder, template_sources(files), found);
  auto templates = PageTemplates::compile(set, found);
  const bool good = templates && !found.has_errors();
  if (good) report_unused(files, set, found);
  diagnostics.append(std::move(found));
  if (!good) return std::nullopt;
  std::vector<RenderedFile> assets = asset_files(files, facts);
  return Theme{files.name,           std::move(facts.description),   std::move(*templates),
               std::move(assets),    std::move(facts.on_every_page), std::move(facts.on_pages),
               std::move(facts.icon)};
}

}  // namespace opsg::released
