#include "check_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>

#include "counted_text.h"
#include "exit_status.h"
#include "pipeline.h"
#include "progress_bar.h"
#include "report.h"
#include "site_session.h"
#include "theme_choice.h"

namespace opsg::app {
namespace {

struct CheckResult {
  std::optional<ExternalCheck> external;  ///< Where it was asked for and could be done.
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

void count_findings(const Diagnostics& diagnostics, CheckResult& result) {
  for (const Diagnostic& each : diagnostics.items()) {
    ++(each.severity == Severity::error ? result.errors : result.warnings);
  }
}

std::string result_json(const CheckResult& result) {
  nlohmann::ordered_json out = {{"errors", result.errors}, {"warnings", result.warnings}};
  if (const auto& external = result.external) {
    out["external_links"] = {
        {"tried", external->tried}, {"dead", external->dead}, {"unverified", external->unverified}};
  }
  return out.dump(2) + "\n";
}

std::string result_text(const CheckResult& result, bool external_wanted) {
  std::string text = result.errors == 0 ? "No errors in the records.\n" : "";
  if (const auto& external = result.external) {
    text += fmt::format("{} to other sites: {} dead, {} uncertain.\n",
                        counted(external->tried, "link"), external->dead, external->unverified);
  } else if (external_wanted) {
    text += "Links to other sites were not tried: mend the errors first.\n";
  }
  return text;
}

web::CrawlLimits crawl_limits(const Options& options) {
  web::CrawlLimits limits;
  limits.request_time = std::chrono::seconds(options.timeout_seconds);
  return limits;
}

int check(const Options& options, const Report& report, const SiteSession& session,
          ExternalLinkCheck check_links, Diagnostics diagnostics) {
  const auto theme = choose_theme(session.root, session.tree, diagnostics);
  if (!theme) {
    report.print_failure(theme.error().message);
    return kMachineFailed;
  }
  ProgressBar progress(wants_progress_bar(options));
  BuildRequest request = build_request(options, session);
  request.progress = &progress;
  const auto labelled = check_site(session.tree, *theme, request, diagnostics).labelled;
  CheckResult result;
  if (options.external && labelled && !diagnostics.has_errors()) {
    const Audience* audience = labelled->policy.find_audience(options.audience);
    if (!audience) {
      progress.finish();
      report.print_failure(unknown_audience(labelled->policy, options.audience));
      return kWrongUsage;
    }
    result.external =
        check_links(*labelled, *audience, request, crawl_limits(options), diagnostics);
  }
  progress.finish();
  diagnostics.sort();
  count_findings(diagnostics, result);
  report.print(std::move(diagnostics), session.tree, labelled ? &*labelled : nullptr, session.time);
  report.say(result_text(result, options.external));
  report.print_json(result_json(result));
  return result.errors > 0 ? kContentHasErrors : kDone;
}

}  // namespace

int run_check(const Options& options, ExternalLinkCheck check_links) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found, [&](const SiteSession& session) {
    return check(options, report, session, check_links, std::move(found));
  });
}

}  // namespace opsg::app
