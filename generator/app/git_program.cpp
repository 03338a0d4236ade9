#include "git_program.h"

#include <fmt/format.h>

#include <chrono>

#include "program_environment.h"
#include "text.h"

namespace opsg::app {
namespace {

constexpr std::size_t kLargestSite = std::size_t{4} << 30;

}  // namespace

Result<GitProgram> GitProgram::find(const std::filesystem::path& folder) {
  const auto program = find_program("git");
  if (!program) return failure("git is not installed");
  RunSettings settings;
  settings.folder = folder;
  settings.time = std::chrono::minutes(5);
  settings.output = kLargestSite;
  settings.environment = program_environment({"HOME", "XDG_CONFIG_HOME"});
  for (const char* fixed :
       {"GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0",
        "GIT_NO_REPLACE_OBJECTS=1", "GIT_LITERAL_PATHSPECS=1",
        // A partial clone would fetch what it lacks, by programs that its configuration names.
        "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none"}) {
    settings.environment.emplace_back(fixed);
  }
  return GitProgram(*program, std::move(settings));
}

Result<std::string> GitProgram::run(std::vector<std::string> arguments,
                                    std::string_view input) const {
  const std::vector<std::string> fixed = {"--no-pager", "-c", "core.fsmonitor=false", "-c",
                                          "core.hooksPath=/dev/null"};
  arguments.insert(arguments.begin(), fixed.begin(), fixed.end());
  RunSettings settings = settings_;
  settings.input = input;
  auto done = run_program(program_, arguments, settings);
  if (!done) return tl::unexpected(std::move(done.error()));
  if (done->outcome == ProgramRun::Outcome::done) return std::move(done->output);
  return failure(fmt::format("git: {}", printable(trim(done->complaint))));
}

}  // namespace opsg::app
