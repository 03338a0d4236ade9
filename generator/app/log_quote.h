#pragma once

#include "options.h"
#include "policy.h"

namespace opsg::app {

/// How much of what readers see a command may quote. Logs of CI are read by others than the
/// audience.
enum class LogQuote {
  all,
  public_now,  ///< What the most open audience will see; not what is withdrawn from it.
  nothing,     ///< Places and counts alone.
};

/// What may be quoted of the options' audience on a stream, STDOUT_FILENO: all on a terminal.
LogQuote log_quote(const Options& options, const Policy& policy, int stream);

}  // namespace opsg::app
