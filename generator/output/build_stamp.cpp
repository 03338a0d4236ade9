#include "build_stamp.h"

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <thread>
#include <vector>

#include "file_system.h"
#include "sha256.h"
#include "text.h"

namespace opsg::output {
namespace {

constexpr const char* kStampName = "stamp";
constexpr std::string_view kVersionLine = "opsg-site build 2";
constexpr std::size_t kLines = 8;
constexpr std::size_t kDigestLine = 65;
/// Some hundred bytes for each folder and file of a very large site.
constexpr std::uintmax_t kLargestStamp = std::uintmax_t{256} << 20;

std::string digest_line(std::string_view body) {
  return sha256_hex(body) + '\n';
}

/// The version, seven lines, and the digest of these eight.
std::string format(const BuildStamp& stamp, const KeptTree& output) {
  std::string text(kVersionLine);
  for (const std::string* line :
       {&stamp.settings, &stamp.sources, &stamp.content.digest, &stamp.content.paths,
        &output.digest, &output.paths, &stamp.summary}) {
    text.append(1, '\n').append(*line);
  }
  text += '\n';
  text += digest_line(text);
  return text;
}

FoundStamp damaged_stamp() {
  FoundStamp found;
  found.damaged = true;
  return found;
}

FoundStamp parse(std::string_view text) {
  if (text.size() < kDigestLine) return damaged_stamp();
  const std::string_view body = text.substr(0, text.size() - kDigestLine);
  if (digest_line(body) != text.substr(body.size())) return damaged_stamp();
  const std::vector<std::string_view> lines = split_lines(body);
  if (lines.size() != kLines || lines[0] != kVersionLine) return damaged_stamp();
  const auto line = [&](std::size_t i) { return std::string(lines[i]); };
  FoundStamp found;
  found.stamp = {line(1), line(2), {line(4), line(3)}, line(7)};
  found.output = {line(6), line(5)};
  return found;
}

/// A folder or file of another user, or that others may write, is not ours to believe.
bool is_private(const std::filesystem::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return false;
  return status.st_uid == ::geteuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

/// What is written after this has a later change time than what was written before. That may have
/// been stamped by the exact clock (Linux 6.13 and later), which the one in steps can be behind by
/// more than a step.
void await_clock_step() {
  constexpr int kMostWaits = 200;  // Should the clock stand still, the stamp is not kept.
  timespec begun{};
  ::clock_gettime(CLOCK_REALTIME, &begun);
  for (int i = 0; i < kMostWaits && !is_before(begun, file_clock()); ++i) {
    std::this_thread::sleep_for(std::chrono::microseconds(250));
  }
}

Result<Tree> open_output(const OutputPlace& place) {
  return open_tree(place.parent, place.name, place.path.string());
}

}  // namespace

FoundStamp find_build_stamp(const OutputTarget& target) {
  const auto place = resolve_place(target);
  if (!place) return {};
  const std::filesystem::path area = standby_path(*place);
  const std::filesystem::path path = area / kStampName;
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) return {};
  if (!is_private(area) || !is_private(path)) return damaged_stamp();
  const auto text = read_file(path, kLargestStamp);
  return text ? parse(*text) : damaged_stamp();
}

bool output_stands(const OutputTarget& target, const FoundStamp& found) {
  const auto place = resolve_place(target);
  if (!place) return false;
  const auto tree = open_output(*place);
  return tree &&
         digest_of_tree(tree->folder, found.output.paths, target.jobs) == found.output.digest;
}

Result<void> keep_build_stamp(const OutputPlace& place, const StandbyArea& standby,
                              const BuildStamp& stamp, int jobs) {
  await_clock_step();
  const timespec now = file_clock();
  const auto index =
      open_output(place).and_then([&](const Tree& tree) { return index_tree(tree.folder, jobs); });
  if (!index) return tl::unexpected(index.error());
  const bool settled = index->is_plain && is_before(index->latest_change, now);
  if (!settled) return forget_build_stamp(standby);
  return standby.keep(kStampName, format(stamp, {index->paths, index->digest}));
}

Result<void> forget_build_stamp(const StandbyArea& standby) {
  return standby.forget(kStampName);
}

Result<void> replace_build_stamp(const OutputTarget& target, const FoundStamp& found) {
  const auto place = resolve_place(target);
  if (!place) return failure(place.error().message);
  const auto standby = StandbyArea::open(*place);
  if (!standby) return tl::unexpected(standby.error());
  return standby->keep(kStampName, format(*found.stamp, found.output));
}

}  // namespace opsg::output
