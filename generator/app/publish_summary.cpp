#include "publish_summary.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "counted_text.h"
#include "json_text.h"
#include "live_confirmation.h"

namespace opsg::app {

std::string publish_text(const PublishSummary& summary) {
  const publishing::PublishReport& report = summary.report;
  std::string text;
  if (summary.dry_run) {
    for (const auto& path : report.uploaded)
      fmt::format_to(std::back_inserter(text), "+ {}\n", path);
    for (const auto& path : report.removed)
      fmt::format_to(std::back_inserter(text), "- {}\n", path);
  }
  const std::string release =
      report.release.empty() ? std::string() : fmt::format("release {}: ", report.release);
  text += fmt::format("{}: {}{}{} uploaded, {} removed, {} unchanged\n", summary.target, release,
                      counted(report.uploaded.size(), "file"), summary.dry_run ? " would be" : "",
                      report.removed.size(), report.unchanged);
  if (summary.live) text += live_line(*summary.live, summary.url);
  return text;
}

std::string publish_json(const PublishSummary& summary) {
  const publishing::PublishReport& report = summary.report;
  nlohmann::ordered_json out = {{"target", summary.target},     {"audience", summary.audience},
                                {"dry_run", summary.dry_run},   {"release", report.release},
                                {"uploaded", report.uploaded},  {"removed", report.removed},
                                {"unchanged", report.unchanged}};
  if (summary.live) {
    out["live"] = {
        {"url", summary.url}, {"gone", summary.live->gone}, {"equal", summary.live->equal}};
  }
  return json_text(out);
}

}  // namespace opsg::app
