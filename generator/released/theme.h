#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic.h"
#include "page_templates.h"
#include "rendered_site.h"
#include "result.h"

namespace opsg::released {

struct ThemeFile {
  std::string path;  ///< Below the theme's folder: "theme.toml", "templates/home.html".
  std::string bytes;
};

/// A theme as it was read: theme.toml, templates/ and assets/.
struct ThemeFiles {
  std::string name;  ///< The folder's: "plain".
  std::vector<ThemeFile> files;
};

/// Reads a theme's folder. Files outside templates/ and assets/ are left alone, but for theme.toml.
Result<ThemeFiles> load_theme(const std::filesystem::path& folder);

/// A theme that can render every page.
struct Theme {
  std::string description;
  PageTemplates templates;
  std::vector<RenderedFile> assets;  ///< As they are written: "assets/site.css".
  /// Paths below the site's root, in the order of theme.toml, with a fingerprint of what they hold
  /// ("assets/site.css?v=0123456789ab"), so that caches never serve an old one.
  std::vector<std::string> stylesheets;
  std::vector<std::string> scripts;
};

/// Nothing on an error. Reports `theme-incomplete`, `theme-asset-missing`, what is wrong with
/// theme.toml, and all that TemplateSet and Template do.
std::optional<Theme> make_theme(const ThemeFiles& files, Diagnostics& diagnostics);

/// Reports what is wrong with the theme, and keeps nothing.
void check_theme(const ThemeFiles& files, Diagnostics& diagnostics);

}  // namespace opsg::released
