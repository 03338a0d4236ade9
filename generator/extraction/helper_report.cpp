#include "helper_report.h"

#include <fmt/format.h>

#include <utility>

#include "text.h"

namespace opsg::extraction {
namespace {

constexpr std::size_t kLongestComplaint = 200;

void report_missing(const Helper& helper, const SourcePath& name, Diagnostics& diagnostics) {
  diagnostics
      .error("import-helper-missing", {name, 0, 0, 0},
             fmt::format("reading it takes `{}`, which is not installed", helper.program))
      .with_help(fmt::format("apt-get install {}", helper.package));
}

void report_excess(const Helper& helper, const SourcePath& name, std::string_view excess,
                   Diagnostics& diagnostics) {
  diagnostics
      .error("import-too-large", {name, 0, 0, 0},
             fmt::format("`{}` was ended: {}", helper.program, excess))
      .with_help("see whether the file is a record of a meeting; if so, divide it");
}

}  // namespace

std::optional<HelperRun> run_reported(const Helper& helper,
                                      const std::vector<std::string>& arguments,
                                      std::string_view document, const HelperLimits& limits,
                                      const SourcePath& name, Diagnostics& diagnostics) {
  const auto program = find_program(helper.program);
  if (!program) {
    report_missing(helper, name, diagnostics);
    return std::nullopt;
  }
  auto run = run_helper(*program, arguments, document, limits);
  if (!run) {
    diagnostics.error("import-helper-failed", {name, 0, 0, 0}, run.error().message)
        .with_help("see whether the program runs by itself");
    return std::nullopt;
  }
  if (run->outcome == HelperRun::Outcome::out_of_time) {
    report_excess(helper, name, fmt::format("it took more than {} s", limits.time.count()),
                  diagnostics);
    return std::nullopt;
  }
  if (run->outcome == HelperRun::Outcome::too_much_output) {
    report_excess(helper, name, "it wrote more text than a record holds", diagnostics);
    return std::nullopt;
  }
  return std::move(*run);
}

std::string complaint_note(std::string_view program, std::string_view complaint) {
  const auto lines = split_lines(complaint);
  const std::string first(lines.empty() ? "nothing" : lines.front().substr(0, kLongestComplaint));
  return fmt::format("{} says: {}", program, printable(first));
}

}  // namespace opsg::extraction
