#include "search_program.h"

#include <cstdlib>
#include <string>

#include "program_environment.h"

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

std::optional<fs::path> find_in(const fs::path& folder) {
  for (const char* name : kNames) {
    if (can_run(folder / name)) return fs::absolute(folder / name);
  }
  return std::nullopt;
}

}  // namespace

std::optional<fs::path> find_search_program(const fs::path& site_root) {
  const std::string given = variable("OPSG_PAGEFIND");
  if (!given.empty()) return fs::absolute(given);
  const fs::path installed = site_root / "node_modules/@pagefind" / kPlatform / "bin";
  if (auto found = find_in(installed)) return found;
  for (const char* name : kNames) {
    if (auto found = find_program(name)) return found;
  }
  return std::nullopt;
}

}  // namespace opsg::search
