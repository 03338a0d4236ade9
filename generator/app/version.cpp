#include "version.h"

#include <fmt/format.h>

#include "exit_status.h"

namespace opsg::app {

std::string version_line() {
  return fmt::format("opsg-site {}", OPSG_VERSION);
}

int run_version(const Options& options) {
  if (options.format == OutputFormat::json) {
    fmt::print("{{\"version\": \"{}\"}}\n", OPSG_VERSION);
  } else {
    fmt::print("{}\n", version_line());
  }
  return kDone;
}

}  // namespace opsg::app
