#include "program_environment.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "text.h"

namespace opsg {
namespace {

namespace fs = std::filesystem;

bool is_named(std::string_view name, std::string_view pattern) {
  return pattern.ends_with('*') ? name.starts_with(pattern.substr(0, pattern.size() - 1))
                                : name == pattern;
}

bool is_own(std::string_view name) {
  return name == "PATH" || name == "LC_ALL";
}

}  // namespace

std::string program_path() {
  const char* path = std::getenv("PATH");
  return path && *path ? path : "/usr/bin:/bin";
}

bool can_run(const fs::path& program) {
  std::error_code error;
  return fs::is_regular_file(program, error) && ::access(program.c_str(), X_OK) == 0;
}

std::optional<fs::path> find_program(std::string_view name) {
  const std::string path = program_path();
  for (const std::string_view folder : split(path, ':')) {
    if (!folder.starts_with('/')) continue;
    fs::path program = fs::path(folder) / name;
    if (can_run(program)) return program;
  }
  return std::nullopt;
}

std::vector<std::string> program_environment(const std::vector<std::string_view>& passed_on) {
  std::vector<std::string> environment = {"PATH=" + program_path(), "LC_ALL=C.UTF-8"};
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    const std::string_view name = text.substr(0, text.find('='));
    const bool wanted =
        std::any_of(passed_on.begin(), passed_on.end(),
                    [&](std::string_view pattern) { return is_named(name, pattern); });
    if (wanted && !is_own(name)) environment.emplace_back(text);
  }
  return environment;
}

}  // namespace opsg
