#include "pending_removals.h"

#include <fmt/format.h>

#include <set>
#include <system_error>

#include "file_system.h"
#include "text.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestList = std::uintmax_t{64} << 20;

Result<std::set<std::string>> read_list(const fs::path& file) {
  std::error_code error;
  std::set<std::string> paths;
  if (!fs::exists(file, error)) return paths;
  const auto text = read_file(file, kLargestList);
  if (!text) return tl::unexpected(text.error());
  for (const std::string_view line : split_lines(*text)) paths.emplace(line);
  return paths;
}

/// It names what nobody may find any more.
Result<void> write_list(const fs::path& file, const std::set<std::string>& paths) {
  const auto written = write_file(file, fmt::format("{}\n", fmt::join(paths, "\n")));
  if (!written) return written;
  std::error_code error;
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
  if (!error) return {};
  return failure(
      fmt::format("cannot set the permissions of {}: {}", file.string(), error.message()));
}

}  // namespace

Result<std::vector<std::string>> PendingRemovals::add(const output::Manifest& published,
                                                      const output::Manifest& next) {
  auto paths = read_list(file_);
  if (!paths) return tl::unexpected(paths.error());
  for (const output::ManifestEntry& entry : published.files) paths->insert(entry.path);
  std::erase_if(*paths, [&](const std::string& path) { return next.find(path) != nullptr; });
  if (paths->empty()) return clear().map([] { return std::vector<std::string>(); });
  const auto written = write_list(file_, *paths);
  if (!written) return tl::unexpected(written.error());
  return std::vector<std::string>(paths->begin(), paths->end());
}

Result<void> PendingRemovals::clear() {
  std::error_code error;
  fs::remove(file_, error);
  if (!error) return {};
  return failure(fmt::format("cannot remove {}: {}", file_.string(), error.message()));
}

}  // namespace opsg::publishing
