#pragma once

#include <optional>
#include <string>

#include "live_check.h"
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
};

/// For people: a line, and with a dry run one for each file before it.
std::string publish_text(const PublishSummary& summary);

/// One JSON object for programs (docs/publishing.md says what it holds).
std::string publish_json(const PublishSummary& summary);

}  // namespace opsg::app
