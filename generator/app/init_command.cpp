#include "init_command.h"

#include <fmt/format.h>

#include <system_error>

#include "exit_status.h"
#include "file_system.h"
#include "init_site.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

/// Packages must not hold a file that git would obey, so it travels without its dot.
fs::path destination(const fs::path& folder, std::string_view name) {
  return folder / (name == "gitignore" ? ".gitignore" : fs::path(name));
}

int refuse(const fs::path& folder, std::string_view why) {
  fmt::print(stderr, "opsg-site: {} {}; give a new or empty folder\n", folder.string(), why);
  return kWrongUsage;
}

int machine_failed(std::string_view message) {
  fmt::print(stderr, "opsg-site: {}\n", message);
  return kMachineFailed;
}

}  // namespace

int run_init(const Options& options) {
  const fs::path& folder = options.init_folder;
  std::error_code error;
  const bool exists = fs::exists(folder, error);
  if (exists && !fs::is_directory(folder, error)) return refuse(folder, "is not a folder");
  if (exists && !fs::is_empty(folder, error)) return refuse(folder, "is not empty");

  for (const embedded::EmbeddedFile& file : embedded::init_site()) {
    const fs::path path = destination(folder, file.path);
    fs::create_directories(path.parent_path(), error);
    if (error) {
      return machine_failed(fmt::format("{}: {}", path.parent_path().string(), error.message()));
    }
    if (const auto written = write_file(path, file.bytes); !written) {
      return machine_failed(written.error().message);
    }
  }
  if (!options.quiet) {
    fmt::print("Wrote a small site into {}.\nNow: cd {} && opsg-site build\n", folder.string(),
               folder.string());
  }
  return kDone;
}

}  // namespace opsg::app
