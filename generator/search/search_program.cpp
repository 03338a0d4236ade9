#include "search_program.h"

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "text.h"

namespace opsg::search {
namespace {

namespace fs = std::filesystem;

// Releases from 1.6 on have the extended one only.
constexpr const char* kNames[] = {"pagefind_extended", "pagefind"};

#if defined(__aarch64__)
constexpr const char* kPlatform = "linux-arm64";
#else
constexpr const char* kPlatform = "linux-x64";
#endif

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool can_run(const fs::path& program) {
  std::error_code error;
  return fs::is_regular_file(program, error) && ::access(program.c_str(), X_OK) == 0;
}

std::optional<fs::path> find_in(const fs::path& folder) {
  for (const char* name : kNames) {
    if (can_run(folder / name)) return fs::absolute(folder / name);
  }
  return std::nullopt;
}

/// An empty part of $PATH would be the present folder, whose files are not to be run.
std::optional<fs::path> find_in_path() {
  const std::string path = variable("PATH");
  for (const std::string_view folder : split(path, ':')) {
    if (folder.empty()) continue;
    if (auto found = find_in(fs::path(folder))) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<fs::path> find_search_program(const fs::path& site_root) {
  const std::string given = variable("OPSG_PAGEFIND");
  if (!given.empty()) return fs::absolute(given);
  const fs::path installed = site_root / "node_modules/@pagefind" / kPlatform / "bin";
  if (auto found = find_in(installed)) return found;
  return find_in_path();
}

}  // namespace opsg::search
