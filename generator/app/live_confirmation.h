#pragma once

#include <optional>
#include <string>
#include <vector>

#include "live_check.h"
#include "log_quote.h"
#include "options.h"
#include "output_manifest.h"
#include "target_choice.h"

namespace opsg::app {

/// What is to be seen from outside.
struct LiveExpectation {
  const output::Manifest& manifest;
  const std::vector<std::string>& uploaded;
  const std::vector<std::string>& removed;
};

/// Asks the host of the target as a stranger would. Nothing where the options say not to.
tl::expected<std::optional<publishing::LiveCheck>, std::string> confirm_live(
    const Options& options, const ChosenTarget& chosen, const LiveExpectation& expected);

/// "https://opsg.example/: 3 removed addresses are gone, 14 files are as published.", with newline.
std::string live_line(const publishing::LiveCheck& check, const std::string& url);

/// What the host still serves otherwise, and what to do. What `quote` does not let be named is
/// counted.
std::string live_failure(const publishing::LiveCheck& check, const std::string& url,
                         LogQuote quote);

}  // namespace opsg::app
