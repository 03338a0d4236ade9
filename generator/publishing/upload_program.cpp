#include "upload_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "program_environment.h"
#include "secret_filter.h"
#include "text.h"

namespace opsg::publishing {
namespace {

constexpr std::chrono::hours kLongestRun{1};
constexpr std::size_t kLongestOutput = std::size_t{512} << 20;
constexpr std::size_t kMostLines = 8;

std::string first_lines(std::string_view text) {
  std::string out;
  std::size_t count = 0;
  for (const std::string_view line : split_lines(text)) {
    if (trim(line).empty() || ++count > kMostLines) continue;
    out += "\n  " + std::string(trim_right(line));
  }
  return out;
}

}  // namespace

Published<UploadProgram> UploadProgram::find(const std::string& name, std::string_view package,
                                             const std::vector<std::string_view>& passed_on) {
  const auto path = find_program(name);
  if (!path) {
    return failed(
        fmt::format("publishing there takes `{}`, which is not installed\n"
                    "Install it: apt-get install {}",
                    name, package));
  }
  return UploadProgram(name, *path, program_environment(passed_on));
}

bool UploadProgram::has(std::string_view name) const {
  const std::string begin = std::string(name) + '=';
  return std::any_of(environment_.begin(), environment_.end(),
                     [&](const std::string& variable) { return variable.starts_with(begin); });
}

void UploadProgram::set(std::string_view name, std::string_view value) {
  const std::string begin = std::string(name) + '=';
  std::erase_if(environment_,
                [&](const std::string& variable) { return variable.starts_with(begin); });
  environment_.push_back(begin + std::string(value));
}

Published<ProgramRun> UploadProgram::run(const std::vector<std::string>& arguments,
                                         std::string_view input) const {
  RunSettings settings;
  settings.input = input;
  settings.environment = environment_;
  settings.folder = folder_;
  settings.time = kLongestRun;
  settings.output = kLongestOutput;
  auto run = run_program(path_, arguments, settings);
  if (!run) return tl::unexpected(PublishError(run.error()));
  if (run->outcome == ProgramRun::Outcome::out_of_time) {
    return failed(fmt::format("{} did not come to an end within an hour", name_));
  }
  if (run->outcome == ProgramRun::Outcome::too_much_output) {
    return failed(fmt::format("{} answers without end", name_));
  }
  return std::move(*run);
}

Published<std::string> UploadProgram::output_of(std::string_view what,
                                                const std::vector<std::string>& arguments,
                                                std::string_view input) const {
  auto done = run(arguments, input);
  if (!done) return tl::unexpected(done.error());
  if (done->outcome != ProgramRun::Outcome::done) return failure_of(what, *done);
  return std::move(done->output);
}

Published<void> UploadProgram::perform(std::string_view what,
                                       const std::vector<std::string>& arguments,
                                       std::string_view input) const {
  return output_of(what, arguments, input).map([](const std::string&) {});
}

tl::unexpected<PublishError> UploadProgram::failure_of(std::string_view what,
                                                       const ProgramRun& run) const {
  const std::string lines = first_lines(without_secrets(run.complaint, environment_));
  const std::string status = run.exit_status < 0 ? std::string("was killed")
                                                 : fmt::format("ended with {}", run.exit_status);
  return failed(lines.empty() ? fmt::format("cannot {}: {} {}", what, name_, status)
                              : fmt::format("cannot {}: {} says{}", what, name_, lines));
}

}  // namespace opsg::publishing
