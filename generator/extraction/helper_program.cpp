#include "helper_program.h"

namespace opsg::extraction {

Result<HelperRun> run_helper(const std::filesystem::path& program,
                             const std::vector<std::string>& arguments, std::string_view input,
                             const HelperLimits& limits) {
  RunSettings settings;
  settings.input = input;
  settings.time = limits.time;
  settings.output = limits.output;
  settings.resources = ResourceLimits{limits.memory, limits.time, false};
  return run_program(program, arguments, settings);
}

}  // namespace opsg::extraction
