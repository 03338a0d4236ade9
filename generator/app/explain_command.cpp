#include "explain_command.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "exit_status.h"
#include "explain.h"
#include "json_text.h"
#include "report.h"
#include "site_session.h"
#include "text.h"

namespace opsg::app {
namespace {

using restricted::ExplainFilter;
using restricted::GateDecision;

nlohmann::ordered_json decision_json(const GateDecision& decision) {
  return {{"path", decision.place.path.view()},
          {"line", decision.place.line},
          {"column", decision.place.column},
          {"first_line", decision.first_line},
          {"last_line", decision.last_line},
          {"subject", decision.subject},
          {"level", decision.level},
          {"rule", decision.rule},
          {"reason", decision.reason},
          {"audiences", decision.audiences}};
}

std::string decisions_json(const std::vector<GateDecision>& decisions) {
  auto list = nlohmann::ordered_json::array();
  for (const GateDecision& decision : decisions) list.push_back(decision_json(decision));
  const nlohmann::ordered_json out = {{"decisions", std::move(list)}};
  return json_text(out);
}

/// Paths are the site's own, but people complete them from where they stand.
std::optional<ExplainFilter> filter_of(const Options& options, const SiteSession& session) {
  if (options.explain_place.empty()) return std::nullopt;
  ExplainFilter filter = restricted::parse_explain_filter(options.explain_place);
  if (session.tree.find(filter.path)) return filter;
  std::error_code error;
  const auto relative = std::filesystem::relative(filter.path, session.root, error);
  if (!error && !relative.empty()) filter.path = relative.generic_string();
  return filter;
}

/// Empty where nothing is wrong with it.
std::string misuse_of(const ExplainFilter& filter, const SourceTree& tree) {
  const SourceFile* file = tree.find(filter.path);
  if (!file) return fmt::format("the site has no file {}", printable(filter.path));
  const std::size_t lines = split_lines(file->bytes).size();
  if (filter.line <= lines) return {};
  return fmt::format("{} has no line {}: it ends with line {}", printable(filter.path), filter.line,
                     lines);
}

int explain(const Options& options, const Report& report, const SiteSession& session,
            Diagnostics diagnostics) {
  const auto filter = filter_of(options, session);
  const std::string misuse = filter ? misuse_of(*filter, session.tree) : "";
  if (!misuse.empty()) {
    report.print_failure(misuse);
    return kWrongUsage;
  }
  const auto labelled = restricted::label_sources(session.tree, {}, diagnostics);
  const bool failed = diagnostics.has_errors();
  report.print(std::move(diagnostics), session.tree, labelled ? &*labelled : nullptr, session.time);
  if (!labelled) return kContentHasErrors;
  const auto decisions = restricted::explain(*labelled, session.time, filter);
  fmt::print("{}", options.format == OutputFormat::json ? decisions_json(decisions)
                                                        : restricted::format_decisions(decisions));
  return failed ? kContentHasErrors : kDone;
}

}  // namespace

int run_explain(const Options& options) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found, [&](const SiteSession& session) {
    return explain(options, report, session, std::move(found));
  });
}

}  // namespace opsg::app
