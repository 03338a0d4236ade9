#include "publish_summary.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

#include "counted_text.h"
#include "json_text.h"
#include "live_confirmation.h"

namespace opsg::app {

namespace {

using Paths = std::vector<std::string>;

bool names_uploaded(const PublishSummary& summary) {
  return summary.quote != LogQuote::nothing || summary.report.uploaded.empty();
}

bool names_removed(const PublishSummary& summary) {
  return summary.quote == LogQuote::all || summary.report.removed.empty();
}

void add_lines(char sign, const Paths& paths, std::string& text) {
  for (const std::string& path : paths) {
    fmt::format_to(std::back_inserter(text), "{} {}\n", sign, path);
  }
}

std::string planned_text(const PublishSummary& summary) {
  std::string text;
  if (names_uploaded(summary)) add_lines('+', summary.report.uploaded, text);
  if (names_removed(summary)) add_lines('-', summary.report.removed, text);
  if (!names_uploaded(summary) || !names_removed(summary)) {
    text += "Paths that may tell what is withheld are not named (--show-withheld names them).\n";
  }
  return text;
}

nlohmann::ordered_json list_or_null(const Paths& paths, bool named) {
  return named ? nlohmann::ordered_json(paths) : nlohmann::ordered_json();
}

}  // namespace

std::string publish_text(const PublishSummary& summary) {
  const publishing::PublishReport& report = summary.report;
  std::string text = summary.dry_run ? planned_text(summary) : std::string();
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
  nlohmann::ordered_json out = {
      {"target", summary.target},
      {"audience", summary.audience},
      {"dry_run", summary.dry_run},
      {"release", report.release},
      {"counts", {{"uploaded", report.uploaded.size()}, {"removed", report.removed.size()}}},
      {"uploaded", list_or_null(report.uploaded, names_uploaded(summary))},
      {"removed", list_or_null(report.removed, names_removed(summary))},
      {"unchanged", report.unchanged}};
  if (summary.live) {
    out["live"] = {
        {"url", summary.url}, {"gone", summary.live->gone}, {"equal", summary.live->equal}};
  }
  return json_text(out);
}

}  // namespace opsg::app
