#include "init_command.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "ci_workflow.h"
#include "exit_status.h"
#include "file_system.h"
#include "git_branch.h"
#include "init_site.h"
#include "text.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

/// A file to be written; its path is below the site's folder.
struct NewFile {
  fs::path path;
  std::string_view bytes;
};

std::vector<NewFile> site_files() {
  std::vector<NewFile> files;
  for (const embedded::EmbeddedFile& file : embedded::init_site()) {
    // Packages must not hold a file that git would obey, so it travels without its dot.
    files.push_back({file.path == "gitignore" ? ".gitignore" : file.path, file.bytes});
  }
  return files;
}

/// A link that leads nowhere counts: writing would make what it leads to.
bool stands_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

bool holds_site(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "site.toml", error);
}

/// A repository that was made but holds nothing yet counts as empty.
bool is_empty_but_for_git(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename() != ".git") return false;
  }
  return !error;
}

/// Why a new site cannot be written there; empty where it can.
std::string_view obstacle(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return {};
  if (!fs::is_directory(folder, error)) return "is not a folder";
  return is_empty_but_for_git(folder) ? "" : "is not empty";
}

int refuse(const fs::path& path, std::string_view why) {
  fmt::print(stderr, "opsg-site: {} {}\n", path.string(), why);
  return kWrongUsage;
}

/// The folder may not be there yet.
std::string branch_of(const fs::path& folder) {
  std::error_code error;
  fs::path place = fs::absolute(folder, error);
  while (!fs::is_directory(place, error) && place.has_relative_path()) place = place.parent_path();
  return main_branch(place).value_or(std::string(kUsualBranch));
}

int refuse_branch(const std::string& branch) {
  fmt::print(stderr,
             "opsg-site: a workflow cannot name the branch `{}`: give it a name of letters, digits "
             "and -._/\n",
             printable(branch));
  return kWrongUsage;
}

int machine_failed(std::string_view message) {
  fmt::print(stderr, "opsg-site: {}\n", message);
  return kMachineFailed;
}

int write_files(const fs::path& folder, const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    const fs::path path = folder / file.path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) {
      return machine_failed(fmt::format("{}: {}", path.parent_path().string(), error.message()));
    }
    if (const auto written = write_file(path, file.bytes); !written) {
      return machine_failed(written.error().message);
    }
  }
  return kDone;
}

int add_workflow(const fs::path& folder, const CiWorkflow& workflow, bool quiet) {
  const fs::path path = folder / workflow.path;
  if (stands_there(path)) {
    return refuse(path, "is there already; move it away to have it written anew");
  }
  const int status = write_files(folder, {{workflow.path, workflow.text}});
  if (status == kDone && !quiet) {
    fmt::print("Wrote {}. Its first lines say what to set at the host.\n", path.string());
  }
  return status;
}

void say_what_next(const fs::path& folder) {
  std::error_code error;
  if (fs::equivalent(folder, fs::current_path(error), error)) {
    fmt::print("Wrote a small site into this folder.\nNow: opsg-site build\n");
  } else {
    fmt::print("Wrote a small site into {0}.\nNow: cd {0} && opsg-site build\n", folder.string());
  }
}

}  // namespace

int run_init(const Options& options) {
  const fs::path& folder = options.init_folder;
  const std::string branch = branch_of(folder);
  if (options.init_ci && !is_workflow_branch(branch)) return refuse_branch(branch);
  if (options.init_ci && holds_site(folder)) {
    return add_workflow(folder, ci_workflow(*options.init_ci, branch), options.quiet);
  }
  if (const std::string_view why = obstacle(folder); !why.empty()) {
    return refuse(folder, fmt::format("{}; give a new or empty folder", why));
  }
  if (const int status = write_files(folder, site_files()); status != kDone) return status;
  if (!options.quiet) say_what_next(folder);
  if (!options.init_ci) return kDone;
  return add_workflow(folder, ci_workflow(*options.init_ci, branch), options.quiet);
}

}  // namespace opsg::app
