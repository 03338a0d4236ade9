#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsg::released {

/// An asset that pages name. Its path holds a fingerprint of its bytes, so that a cache never
/// serves an old one and the pages of two releases never share one.
struct ThemeAsset {
  std::string path;       ///< As it is written: "assets/site.0123456789ab.css".
  std::string integrity;  ///< "sha384-...": Subresource Integrity, as W3C's recommendation has it.
};

struct PageAssets {
  std::vector<ThemeAsset> stylesheets;  ///< In the order of theme.toml, as the scripts are.
  std::vector<ThemeAsset> scripts;
};

/// `path`: "assets/site.css"
ThemeAsset make_theme_asset(std::string_view path, std::string_view bytes);

}  // namespace opsg::released
