#include "theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "file_system.h"
#include "sha256.h"
#include "table_reader.h"
#include "toml_reader.h"

namespace opsg::released {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTemplates = "templates/";
constexpr std::string_view kAssets = "assets/";
constexpr std::string_view kFacts = "theme.toml";
constexpr std::uintmax_t kLargestFile = std::uintmax_t{16} << 20;
constexpr std::size_t kFingerprintDigits = 12;

bool belongs_to_theme(std::string_view path) {
  return path == kFacts || path.starts_with(kTemplates) || path.starts_with(kAssets);
}

Result<std::vector<fs::path>> regular_files(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->is_regular_file(error)) paths.push_back(entry->path());
  }
  if (error) return failure(fmt::format("{}: {}", folder.string(), error.message()));
  std::sort(paths.begin(), paths.end());
  return paths;
}

SourcePath source_path(const ThemeFiles& theme, std::string_view path) {
  return SourcePath(fmt::format("themes/{}/{}", theme.name, path));
}

const ThemeFile* find_file(const ThemeFiles& theme, std::string_view path) {
  const auto found = std::find_if(theme.files.begin(), theme.files.end(),
                                  [&](const ThemeFile& file) { return file.path == path; });
  return found == theme.files.end() ? nullptr : &*found;
}

std::vector<TemplateSource> template_sources(const ThemeFiles& theme) {
  std::vector<TemplateSource> sources;
  for (const ThemeFile& file : theme.files) {
    if (!file.path.starts_with(kTemplates)) continue;
    sources.push_back(
        {file.path.substr(kTemplates.size()), source_path(theme, file.path), file.bytes});
  }
  return sources;
}

/// theme.toml, and the assets that it names.
class ThemeFacts {
 public:
  ThemeFacts(const ThemeFiles& theme, Diagnostics& diagnostics)
      : theme_(theme),
        diagnostics_(diagnostics),
        place_{source_path(theme, kFacts), 1, 1, 0},
        table_(read(theme, diagnostics)),
        reader_(table_, place_, diagnostics) {
    static const std::array<std::string, 4> kKeys = {"name", "description", "stylesheets",
                                                     "scripts"};
    reader_.allow_only(kKeys);
    reader_.text("name");
  }

  std::string description() { return reader_.text("description"); }

  /// The paths of the assets that the list names, fingerprinted.
  std::vector<std::string> assets(std::string_view list) {
    std::vector<std::string> paths;
    for (const std::string& name : reader_.texts(list)) {
      const std::string path = std::string(kAssets) + name;
      if (const ThemeFile* file = find_file(theme_, path)) {
        const std::string digest = sha256_hex(file->bytes).substr(0, kFingerprintDigits);
        paths.push_back(fmt::format("{}?v={}", path, digest));
      } else {
        report_missing(table_.find(list)->span(), path);
      }
    }
    return paths;
  }

 private:
  TomlTable read(const ThemeFiles& theme, Diagnostics& diagnostics) const {
    const ThemeFile* file = find_file(theme, kFacts);
    if (file == nullptr) {
      diagnostics.error("theme-incomplete", {place_.path, 0, 0, 0}, "the theme has no theme.toml")
          .with_help("add one, with name and description");
      return {};
    }
    return read_toml(file->bytes, place_.path, 1, diagnostics).value_or(TomlTable{});
  }

  void report_missing(const SourceSpan& span, const std::string& path) {
    diagnostics_.error("theme-asset-missing", span, fmt::format("the theme has no file `{}`", path))
        .with_help("add the file, or take it out of the list");
  }

  const ThemeFiles& theme_;
  Diagnostics& diagnostics_;
  SourceSpan place_;
  TomlTable table_;
  TableReader reader_;
};

std::vector<RenderedFile> asset_files(const ThemeFiles& theme) {
  std::vector<RenderedFile> assets;
  for (const ThemeFile& file : theme.files) {
    if (file.path.starts_with(kAssets)) assets.push_back({file.path, file.bytes});
  }
  return assets;
}

}  // namespace

Result<ThemeFiles> load_theme(const fs::path& folder) {
  ThemeFiles theme;
  const fs::path named = folder.has_filename() ? folder : folder.parent_path();
  theme.name = named.filename().generic_string();
  const auto paths = regular_files(folder);
  if (!paths) return tl::unexpected(paths.error());
  for (const fs::path& path : *paths) {
    std::string relative = path.lexically_relative(folder).generic_string();
    if (!belongs_to_theme(relative)) continue;
    auto bytes = read_file(path, kLargestFile);
    if (!bytes) return tl::unexpected(bytes.error());
    theme.files.push_back({std::move(relative), std::move(*bytes)});
  }
  return theme;
}

std::optional<Theme> make_theme(const ThemeFiles& files, Diagnostics& diagnostics) {
  Diagnostics found;
  ThemeFacts facts(files, found);
  std::string description = facts.description();
  std::vector<std::string> stylesheets = facts.assets("stylesheets");
  std::vector<std::string> scripts = facts.assets("scripts");
  const TemplateSet set =
      TemplateSet::load(source_path(files, "templates"), template_sources(files), found);
  auto templates = PageTemplates::compile(set, found);
  const bool good = templates && !found.has_errors();
  diagnostics.append(std::move(found));
  if (!good) return std::nullopt;
  return Theme{std::move(description), std::move(*templates), asset_files(files),
               std::move(stylesheets), std::move(scripts)};
}

void check_theme(const ThemeFiles& files, Diagnostics& diagnostics) {
  make_theme(files, diagnostics);
}

}  // namespace opsg::released
