#pragma once

#include <optional>
#include <string>

#include "live_check.h"
#include "log_quote.h"
#include "publish_target.h"

namespace opsg::app {

/// What a publish has done, or would do.
struct PublishSummary {
  std::string target;
  std::string audience;
  std::string url;
  bool dry_run = false;
  publishing::PublishReport report;
  std::optional<publishing::LiveCheck> live;
  /// Paths are made of titles and of the names of files: what is withdrawn is named by `all` alone.
  LogQuote quote = LogQuote::all;
};

/// For people: a line, and with a dry run one for each file before it that may be named.
std::string publish_text(const PublishSummary& summary);

/// One JSON object for programs (docs/publishing.md says what it holds).
std::string publish_json(const PublishSummary& summary);

}  // namespace opsg::app
