#include "discover.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "file_names.h"
#include "file_places.h"
#include "file_system.h"
#include "parallel.h"

namespace opsg::restricted {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMiB = 1024 * 1024;
constexpr std::uintmax_t kLargestText = 16 * kMiB;
constexpr std::uintmax_t kLargestAttachment = 512 * kMiB;
constexpr int kDeepestFolder = 64;

tl::unexpected<Failure> cannot_read(const fs::path& path, const std::error_code& error) {
  return failure(fmt::format("cannot read {}: {}", path.string(), error.message()));
}

bool is_inside(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end() && rest != path.end();
}

SourceSpan at(const std::string& path) {
  return SourceSpan{SourcePath(path)};
}

/// Finds the files of a site, without reading them.
class Discovery {
 public:
  Discovery(const fs::path& root, Diagnostics& diagnostics)
      : root_(root), diagnostics_(diagnostics) {}

  /// Goes through a file or folder of the site, which may be missing.
  Result<void> visit(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(root_ / path, error);
    if (status.type() == fs::file_type::not_found) return {};
    if (error) return cannot_read(root_ / path, error);
    return visit(path, status, 0);
  }

  std::vector<std::string> take_files() {
    std::sort(files_.begin(), files_.end());
    return std::move(files_);
  }

 private:
  Result<void> visit(const std::string& path, fs::file_status status, int depth) {
    if (fs::is_directory(status)) return visit_folder(path, depth);
    if (fs::is_regular_file(status) || (fs::is_symlink(status) && link_is_allowed(path))) {
      files_.push_back(path);
    } else if (!fs::is_symlink(status)) {
      diagnostics_.error("file-special", at(path), "neither a file nor a folder")
          .with_help("remove it: a site holds files only");
    }
    return {};
  }

  /// The folder tells what its entries are: nothing is asked of each of them.
  Result<void> visit_folder(const std::string& path, int depth) {
    if (depth > kDeepestFolder) return failure(fmt::format("{}: too many folders deep", path));
    std::error_code error;
    fs::directory_iterator entry(root_ / path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      if (is_ignored_name(name) || !check_file_name(path, name, diagnostics_)) continue;
      const fs::file_status status = entry->symlink_status(error);
      if (status.type() == fs::file_type::not_found) continue;
      if (error) break;
      if (auto seen = visit(path + "/" + name, status, depth + 1); !seen) return seen;
    }
    if (error) return cannot_read(root_ / path, error);
    return {};
  }

  /// A link could bring in what nobody reviewed here, or a folder twice.
  bool link_is_allowed(const std::string& path) {
    std::error_code error;
    const fs::path target = fs::canonical(root_ / path, error);
    if (!error && fs::is_regular_file(target) && is_inside(target, root_ / "content")) return true;
    diagnostics_
        .error("symlink", at(path),
               error                      ? "a symbolic link to nothing"
               : fs::is_directory(target) ? "a symbolic link to a folder"
                                          : "a symbolic link that leaves the site")
        .with_help("put the file itself here");
    return false;
  }

  const fs::path& root_;
  Diagnostics& diagnostics_;
  std::vector<std::string> files_;
};

bool is_gone(const fs::path& path) {
  std::error_code error;
  return fs::symlink_status(path, error).type() == fs::file_type::not_found;
}

/// What reading a file came to.
struct FileRead {
  std::string bytes;
  bool is_gone = false;            ///< Since it was found.
  std::uintmax_t above_limit = 0;  ///< The limit of its size, where that is exceeded.
};

Result<FileRead> read_found(const fs::path& file) {
  const std::uintmax_t limit = is_text_file(file.string()) ? kLargestText : kLargestAttachment;
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  if (!error && size > limit) return FileRead{{}, false, limit};
  Result<std::string> bytes = read_file(file, limit);
  if (bytes) return FileRead{std::move(*bytes)};
  if (is_gone(file)) return FileRead{{}, true};
  return tl::unexpected<Failure>(bytes.error());
}

void report_too_large(const std::string& path, std::uintmax_t limit, Diagnostics& diagnostics) {
  diagnostics
      .error("file-too-large", at(path),
             fmt::format("the file is larger than {} MiB", limit / kMiB))
      .with_help("split it, or keep it elsewhere and link to it");
}

Result<SourceTree> read_files(const fs::path& root, const std::vector<std::string>& paths, int jobs,
                              Diagnostics& diagnostics) {
  std::vector<FileRead> files(paths.size());
  const auto read = try_each_index(paths.size(), jobs, [&](std::size_t i) {
    return read_found(root / paths[i]).map([&](FileRead file) { files[i] = std::move(file); });
  });
  if (!read) return tl::unexpected<Failure>(read.error());
  SourceTree tree;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].above_limit > 0) {
      report_too_large(paths[i], files[i].above_limit, diagnostics);
    } else if (!files[i].is_gone) {
      tree.files.push_back({SourcePath(paths[i]), std::move(files[i].bytes)});
    }
  }
  return tree;
}

}  // namespace

Result<SourceTree> read_site_file(const fs::path& root) {
  Diagnostics reported_by_discover;
  Discovery discovery(root, reported_by_discover);
  const Result<void> found = discovery.visit("site.toml");
  if (!found) return tl::unexpected<Failure>(found.error());
  return read_files(root, discovery.take_files(), 1, reported_by_discover);
}

Result<SourceTree> discover(const fs::path& root, int jobs, Diagnostics& diagnostics) {
  std::error_code error;
  const fs::path canonical_root = fs::canonical(root, error);
  if (error) return cannot_read(root, error);
  Discovery discovery(canonical_root, diagnostics);
  for (const char* start : {"site.toml", "content"}) {
    if (Result<void> found = discovery.visit(start); !found) {
      return tl::unexpected<Failure>(found.error());
    }
  }
  return read_files(canonical_root, discovery.take_files(), jobs, diagnostics);
}

}  // namespace opsg::restricted
