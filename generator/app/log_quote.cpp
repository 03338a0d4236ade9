#include "log_quote.h"

#include <unistd.h>

namespace opsg::app {

LogQuote log_quote(const Options& options, const Policy& policy, int stream) {
  if (options.show_withheld || isatty(stream) == 1) return LogQuote::all;
  const bool most_open =
      !policy.audiences.empty() && policy.audiences.front().name == options.audience;
  return most_open ? LogQuote::public_now : LogQuote::nothing;
}

}  // namespace opsg::app
