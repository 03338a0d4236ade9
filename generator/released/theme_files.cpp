#include "theme_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

#include "ascii.h"
#include "file_system.h"

namespace opsg::released {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMiB = 1024 * 1024;
constexpr std::uintmax_t kLargestFile = 16 * kMiB;

bool belongs_to_theme(std::string_view path) {
  return path == "theme.toml" || path.starts_with("templates/") || path.starts_with("assets/");
}

bool is_hidden(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

/// Names become parts of URLs and of output paths as they are.
bool is_plain_name(std::string_view path) {
  return std::all_of(path.begin(), path.end(), [](char c) {
    return is_ascii_letter_or_digit(c) ||
           std::string_view("/._-").find(c) != std::string_view::npos;
  });
}

class ThemeFolder {
 public:
  ThemeFolder(fs::path folder, std::string_view site_path, Diagnostics& diagnostics)
      : folder_(std::move(folder)), site_path_(site_path), diagnostics_(diagnostics) {}

  Result<std::vector<ThemeFile>> read() {
    std::error_code error;
    fs::recursive_directory_iterator entry(folder_, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      if (auto visited = visit(*entry); !visited) return tl::unexpected(visited.error());
    }
    if (error) return failure(fmt::format("{}: {}", folder_.string(), error.message()));
    std::sort(files_.begin(), files_.end(),
              [](const ThemeFile& a, const ThemeFile& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  Result<void> visit(const fs::directory_entry& entry) {
    std::string path = entry.path().lexically_relative(folder_).generic_string();
    if (!belongs_to_theme(path) || is_hidden(path)) return {};
    std::error_code error;
    if (entry.is_symlink(error)) {
      report("symlink", path, "a symbolic link", "put the file itself here");
      return {};
    }
    if (!entry.is_regular_file(error)) return {};
    if (!is_plain_name(path)) {
      report("file-name", path, "the name has characters that an address may not have",
             "rename it, with letters, digits, `-`, `_` and `.` only");
      return {};
    }
    return read_one(entry, std::move(path));
  }

  Result<void> read_one(const fs::directory_entry& entry, std::string path) {
    std::error_code error;
    if (entry.file_size(error) > kLargestFile && !error) {
      report("file-too-large", path,
             fmt::format("the file is larger than {} MiB", kLargestFile / kMiB),
             "keep it elsewhere and link to it");
      return {};
    }
    auto bytes = read_file(entry.path(), kLargestFile);
    if (!bytes) return tl::unexpected(bytes.error());
    SourcePath origin = origin_of(path);
    files_.push_back({std::move(path), std::move(*bytes), std::move(origin)});
    return {};
  }

  SourcePath origin_of(std::string_view path) const {
    return SourcePath(fmt::format("{}/{}", site_path_, path));
  }

  void report(std::string_view code, std::string_view path, std::string message,
              std::string_view help) {
    diagnostics_.error(code, SourceSpan{origin_of(path)}, std::move(message))
        .with_help(std::string(help));
  }

  fs::path folder_;
  std::string site_path_;
  Diagnostics& diagnostics_;
  std::vector<ThemeFile> files_;
};

}  // namespace

const ThemeFile* ThemeFiles::find(std::string_view path) const {
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const ThemeFile& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

Result<std::vector<ThemeFile>> read_theme_folder(const fs::path& folder, std::string_view site_path,
                                                 Diagnostics& diagnostics) {
  return ThemeFolder(folder, site_path, diagnostics).read();
}

void lay_over(ThemeFiles& theme, std::vector<ThemeFile> over) {
  assert(std::is_sorted(theme.files.begin(), theme.files.end(),
                        [](const ThemeFile& a, const ThemeFile& b) { return a.path < b.path; }));
  for (ThemeFile& file : over) {
    const auto at =
        std::lower_bound(theme.files.begin(), theme.files.end(), file,
                         [](const ThemeFile& a, const ThemeFile& b) { return a.path < b.path; });
    if (at != theme.files.end() && at->path == file.path) {
      *at = std::move(file);
    } else {
      theme.files.insert(at, std::move(file));
    }
  }
}

}  // namespace opsg::released
