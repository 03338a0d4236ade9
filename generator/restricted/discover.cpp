#include "discover.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

#include "file_names.h"
#include "file_places.h"
#include "file_system.h"

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

class Discovery {
 public:
  Discovery(fs::path root, Diagnostics& diagnostics)
      : root_(std::move(root)), diagnostics_(diagnostics) {}

  /// Reads a file or folder of the site, which may be missing.
  Result<void> visit(const std::string& path, int depth) {
    std::error_code error;
    fs::file_status status = fs::symlink_status(root_ / path, error);
    if (status.type() == fs::file_type::not_found) return {};
    if (error) return cannot_read(root_ / path, error);
    if (fs::is_symlink(status)) {
      if (!link_is_allowed(path)) return {};
      status = fs::file_status(fs::file_type::regular);
    }
    if (fs::is_directory(status)) return visit_folder(path, depth);
    if (fs::is_regular_file(status)) return visit_file(path);
    diagnostics_.error("file-special", at(path), "neither a file nor a folder")
        .with_help("remove it: a site holds files only");
    return {};
  }

  SourceTree take_tree() {
    std::sort(tree_.files.begin(), tree_.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return std::move(tree_);
  }

 private:
  static SourceSpan at(const std::string& path) { return SourceSpan{SourcePath(path)}; }

  Result<void> visit_folder(const std::string& path, int depth) {
    if (depth > kDeepestFolder) return failure(fmt::format("{}: too many folders deep", path));
    std::error_code error;
    fs::directory_iterator entry(root_ / path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      if (is_ignored_name(name) || !check_file_name(path, name, diagnostics_)) continue;
      if (Result<void> read = visit(path + "/" + name, depth + 1); !read) return read;
    }
    if (error) return cannot_read(root_ / path, error);
    return {};
  }

  Result<void> visit_file(const std::string& path) {
    const std::uintmax_t limit = is_text_file(path) ? kLargestText : kLargestAttachment;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(root_ / path, error);
    if (error) return cannot_read(root_ / path, error);
    if (size > limit) {
      diagnostics_
          .error("file-too-large", at(path),
                 fmt::format("the file is larger than {} MiB", limit / kMiB))
          .with_help("split it, or keep it elsewhere and link to it");
      return {};
    }
    Result<std::string> bytes = read_file(root_ / path, limit);
    if (!bytes) return tl::unexpected<Failure>(bytes.error());
    tree_.files.push_back({SourcePath(path), std::move(*bytes)});
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

  fs::path root_;
  Diagnostics& diagnostics_;
  SourceTree tree_;
};

}  // namespace

Result<SourceTree> read_site_file(const fs::path& root) {
  Diagnostics reported_by_discover;
  Discovery discovery(root, reported_by_discover);
  const Result<void> read = discovery.visit("site.toml", 0);
  if (!read) return tl::unexpected<Failure>(read.error());
  return discovery.take_tree();
}

Result<SourceTree> discover(const fs::path& root, Diagnostics& diagnostics) {
  std::error_code error;
  const fs::path canonical_root = fs::canonical(root, error);
  if (error) return cannot_read(root, error);
  Discovery discovery(canonical_root, diagnostics);
  for (const char* start : {"site.toml", "content"}) {
    if (Result<void> read = discovery.visit(start, 0); !read) {
      return tl::unexpected<Failure>(read.error());
    }
  }
  return discovery.take_tree();
}

}  // namespace opsg::restricted
