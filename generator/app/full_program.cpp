#include "full_program.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "exit_status.h"
#include "file_system.h"
#include "result.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

/// At the same place from this program in the build folder and wherever it is installed.
Result<fs::path> full_program() {
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  if (error) return system_failure("find this program by /proc/self/exe", error.value());
  return (self.parent_path() / OPSG_FULL_PROGRAM).lexically_normal();
}

Failure replace_by(const fs::path& program, char* const* argv) {
  ::execv(program.c_str(), argv);
  return system_failure(fmt::format("run {}", program.string()), errno).value();
}

}  // namespace

int run_full_program(char* const* argv, const Report& report) {
  const auto program = full_program();
  report.print_failure((program ? replace_by(*program, argv) : program.error()).message);
  return kMachineFailed;
}

}  // namespace opsg::app
