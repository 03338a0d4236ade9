#include "finding_limit.h"

#include <fmt/format.h>

#include <algorithm>

#include "counted_text.h"

namespace opsg::app {
namespace {

std::size_t count(const Diagnostics& findings, Severity severity) {
  const auto& items = findings.items();
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(),
                    [&](const Diagnostic& each) { return each.severity == severity; }));
}

}  // namespace

FindingSelection select_findings(const Diagnostics& findings, std::size_t most) {
  const std::size_t errors = count(findings, Severity::error);
  std::size_t errors_left = std::min(errors, most);
  std::size_t warnings_left = std::min(findings.items().size() - errors, most - errors_left);
  FindingSelection selection;
  for (const Diagnostic& each : findings.items()) {
    std::size_t& left = each.severity == Severity::error ? errors_left : warnings_left;
    if (left > 0) {
      --left;
      selection.printed.push_back(&each);
    } else {
      ++(each.severity == Severity::error ? selection.errors_left_out
                                          : selection.warnings_left_out);
    }
  }
  return selection;
}

std::string remainder_line(const FindingSelection& selection) {
  std::vector<std::string> parts;
  if (selection.errors_left_out > 0)
    parts.push_back(counted(selection.errors_left_out, "more error"));
  if (selection.warnings_left_out > 0) {
    parts.push_back(counted(selection.warnings_left_out, "more warning"));
  }
  if (parts.empty()) return {};
  return fmt::format("... and {}: --all prints them\n", fmt::join(parts, " and "));
}

}  // namespace opsg::app
