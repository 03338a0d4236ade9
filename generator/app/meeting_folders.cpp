#include "meeting_folders.h"

#include <algorithm>
#include <cstdint>
#include <system_error>
#include <vector>

#include "file_system.h"
#include "toml_reader.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFacts = std::uintmax_t{1} << 20;

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::error_code none;
  const fs::directory_iterator entries(folder, none);
  std::vector<fs::path> paths(begin(entries), end(entries));
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

restricted::MeetingCodes meeting_folders(const fs::path& meetings) {
  restricted::MeetingCodes codes;
  Diagnostics told_by_check;
  for (const fs::path& folder : sorted_entries(meetings)) {
    const auto text = read_file(folder / "meeting.toml", kLargestFacts);
    if (!text) continue;
    auto facts = read_toml(*text, SourcePath("meeting.toml"), 1, told_by_check);
    if (!facts) continue;
    codes.add({{}, folder.filename().string(), {}, {}, std::move(*facts)}, told_by_check);
  }
  return codes;
}

}  // namespace opsg::app
