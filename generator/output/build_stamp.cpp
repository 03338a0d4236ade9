#include "build_stamp.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <string_view>
#include <vector>

#include "file_system.h"
#include "sha256.h"
#include "text.h"
#include "tree_state.h"

namespace opsg::output {
namespace {

constexpr const char* kStampName = "stamp";
constexpr std::string_view kVersionLine = "opsg-site build 1";
constexpr std::size_t kLines = 5;
constexpr std::uintmax_t kLargestStamp = std::uintmax_t{64} * 1024;

struct StampFile {
  BuildStamp stamp;
  std::string tree;  ///< TreeState::digest
};

/// The version, three lines, and the digest of these four.
std::string format(const StampFile& file) {
  std::string text =
      fmt::format("{}\n{}\n{}\n{}\n", kVersionLine, file.stamp.key, file.tree, file.stamp.summary);
  text += sha256_hex(text) + '\n';
  return text;
}

std::optional<StampFile> parse(std::string_view text) {
  const std::vector<std::string_view> lines = split_lines(text);
  if (lines.size() != kLines || lines[0] != kVersionLine) return std::nullopt;
  StampFile file{{std::string(lines[1]), std::string(lines[3])}, std::string(lines[2])};
  return format(file) == text ? std::optional(std::move(file)) : std::nullopt;
}

/// A folder or file of another user, or that others may write, is not ours to believe.
bool is_private(const std::filesystem::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return false;
  return status.st_uid == ::geteuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

Result<TreeState> state_of_output(const OutputPlace& place, int jobs) {
  const auto tree = open_tree(place.parent, place.name, place.path.string());
  if (!tree) return tl::unexpected(tree.error());
  return state_of(*tree, jobs);
}

}  // namespace

FoundStamp find_build_stamp(const OutputTarget& target) {
  const auto place = resolve_place(target);
  if (!place) return {};
  const std::filesystem::path area = standby_path(*place);
  const std::filesystem::path path = area / kStampName;
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) return {};
  if (!is_private(area) || !is_private(path)) return {std::nullopt, true};
  const auto text = read_file(path, kLargestStamp);
  auto file = text ? parse(*text) : std::nullopt;
  if (!file) return {std::nullopt, true};
  const auto state = state_of_output(*place, target.jobs);
  if (!state || state->digest != file->tree) return {};
  return {std::move(file->stamp), false};
}

Result<void> keep_build_stamp(const OutputPlace& place, const StandbyArea& standby,
                              const BuildStamp& stamp, int jobs) {
  // The clock that the file system takes its times from.
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
  const auto state = state_of_output(place, jobs);
  if (!state) return tl::unexpected(state.error());
  if (!is_before(state->latest_change, now)) return standby.forget(kStampName);
  return standby.keep(kStampName, format({stamp, state->digest}));
}

}  // namespace opsg::output
