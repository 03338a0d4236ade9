#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diagnostic.h"
#include "theme_assets.h"
#include "theme_files.h"

namespace opsg::released {

/// What theme.toml says, and the assets that it lists.
struct ThemeFacts {
  std::string description;
  PageAssets on_every_page;
  std::map<std::string, PageAssets, std::less<>> on_pages;  ///< By template: "search".
  std::optional<ThemeAsset> icon;
  /// The fingerprinted path of each asset that is listed, by its own.
  std::map<std::string, std::string, std::less<>> fingerprinted;
};

/// `page_templates`: the templates that pages are rendered by, without ".html". Reports
/// `theme-incomplete`, `theme-asset-missing`, `theme-page-unknown` and what TableReader does.
ThemeFacts read_theme_facts(const ThemeFiles& theme, const std::vector<std::string>& page_templates,
                            Diagnostics& diagnostics);

/// The theme that this one takes its missing files from; empty where theme.toml names none. What
/// is wrong with theme.toml is for read_theme_facts() to say.
struct InheritedTheme {
  std::string name;
  SourceSpan span;
};
InheritedTheme inherited_theme(const ThemeFiles& theme);

}  // namespace opsg::released
