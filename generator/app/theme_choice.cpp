#include "theme_choice.h"

#include <fmt/format.h>

#include <system_error>

#include "plain_theme.h"
#include "site_setting.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOwnTheme = "plain";

struct NamedTheme {
  std::string name{kOwnTheme};
  SourceSpan span;
};

NamedTheme theme_named_in(const SourceTree& tree) {
  const auto theme = site_setting(tree, "theme");
  if (!theme || theme->string()->find_first_of("/\\.") != std::string::npos) return {};
  return {*theme->string(), theme->span()};
}

released::ThemeFiles own_theme() {
  released::ThemeFiles theme;
  theme.name = kOwnTheme;
  for (const embedded::EmbeddedFile& file : embedded::plain_theme()) {
    theme.files.push_back({std::string(file.path), std::string(file.bytes)});
  }
  return theme;
}

}  // namespace

Result<released::ThemeFiles> choose_theme(const fs::path& root, const SourceTree& tree,
                                          Diagnostics& diagnostics) {
  const NamedTheme named = theme_named_in(tree);
  const fs::path folder = root / "themes" / named.name;
  std::error_code error;
  if (fs::is_directory(folder, error)) return released::load_theme(folder);
  if (named.name != kOwnTheme) {
    diagnostics
        .error("theme-missing", named.span, fmt::format("there is no theme `{}`", named.name))
        .with_help(
            fmt::format("put it into themes/{}/, or write theme = \"{}\"", named.name, kOwnTheme));
  }
  return own_theme();
}

}  // namespace opsg::app
