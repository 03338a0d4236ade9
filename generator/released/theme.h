#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "page_templates.h"
#include "rendered_site.h"
#include "theme_assets.h"
#include "theme_files.h"

namespace opsg::released {

/// A theme that can render every page.
struct Theme {
  std::string name;  ///< The folder's.
  std::string description;
  PageTemplates templates;
  std::vector<RenderedFile> assets;  ///< As they are written.
  PageAssets on_every_page;
  /// What only pages of one template have, by its name without ".html": "search".
  std::map<std::string, PageAssets, std::less<>> on_pages;
  std::optional<ThemeAsset> icon;

  /// Empty where the template has no assets of its own. `name`: "search.html".
  const PageAssets& assets_of_template(std::string_view name) const;
};

/// Nothing on an error. Reports `theme-incomplete`, `theme-asset-missing`, `theme-page-unknown`,
/// `theme-unused-template`, what is wrong with theme.toml, and all that TemplateSet and Template
/// do.
std::optional<Theme> make_theme(const ThemeFiles& files, Diagnostics& diagnostics);

}  // namespace opsg::released
