#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "result.h"
#include "source_span.h"

namespace opsg::released {

struct ThemeFile {
  std::string path;  ///< Below the theme's folder: "theme.toml", "templates/home.html".
  std::string bytes;
  SourcePath origin;      ///< Where it stands in the site: "overrides/templates/home.html".
  bool built_in = false;  ///< It came with the program.
};

/// A theme as it was read: theme.toml, templates/ and assets/. Sorted by path, each path once.
struct ThemeFiles {
  std::string name;  ///< "plain"
  std::vector<ThemeFile> files;

  /// Null where there is no such file.
  const ThemeFile* find(std::string_view path) const;
};

/// Reads a folder of theme files, `site_path` below the site's folder ("themes/plain"). Files
/// outside templates/ and assets/ are left alone, but for theme.toml, and so are hidden ones.
/// Reports `symlink`, `file-name` and `file-too-large`. Fails where the machine does.
Result<std::vector<ThemeFile>> read_theme_folder(const std::filesystem::path& folder,
                                                 std::string_view site_path,
                                                 Diagnostics& diagnostics);

/// Files of `over` take the place of those with the same path.
void lay_over(ThemeFiles& theme, std::vector<ThemeFile> over);

}  // namespace opsg::released
