#include "site_build.h"

#include <optional>
#include <utility>

#include "exit_status.h"
#include "last_build.h"
#include "progress_bar.h"
#include "search_program.h"
#include "theme_choice.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Swapped = output::Outcome<output::SwapReport>;

int status_of(BuildStop stop) {
  switch (stop) {
    case BuildStop::none:
      return kDone;
    case BuildStop::content:
      return kContentHasErrors;
    case BuildStop::usage:
      return kWrongUsage;
    case BuildStop::audit:
      return kAuditFailed;
    case BuildStop::machine:
      return kMachineFailed;
  }
  return kContentHasErrors;
}

/// A build, and what became of it in the output folder where it was to go there.
struct Attempt {
  BuildOutcome outcome;
  std::string findings;  ///< As they are printed.
  std::optional<Swapped> swapped;
};

/// Where a build is put.
struct Destination {
  output::OutputTarget target;
  std::optional<BuildKeys> keys;  ///< By which it is kept in mind.
};

std::optional<output::BuildStamp> stamp(const Attempt& tried, const Destination& destination,
                                        UtcTime now) {
  if (!destination.keys) return std::nullopt;
  return stamp_of(tried.outcome, *destination.keys, now, tried.findings);
}

Attempt attempt(const Options& options, const Report& report, const SiteSession& session,
                const released::ThemeFiles& theme, const Destination* destination,
                Diagnostics diagnostics) {
  ProgressBar progress(wants_progress_bar(options));
  BuildRequest request = build_request(options, session);
  request.progress = &progress;
  request.search_program = search::find_search_program(session.root);
  Attempt result{build_site(session.tree, theme, request, diagnostics), {}, std::nullopt};
  result.findings =
      report.text_of(std::move(diagnostics), session.tree,
                     result.outcome.labelled ? &*result.outcome.labelled : nullptr, session.time);
  if (!result.outcome.site || !destination) return result;
  progress.begin("writing files", 0);
  StageTimer writing(session.profile, "writing files");
  result.swapped = output::swap_in(*result.outcome.site, destination->target,
                                   stamp(result, *destination, request.time.now));
  if (*result.swapped) writing.set_count((*result.swapped)->written);
  return result;
}

/// Tells what was found. The exit status where there is no site.
std::optional<int> tell(const Options& options, const Report& report, const Attempt& tried) {
  const BuildOutcome& built = tried.outcome;
  report.print_findings(tried.findings);
  if (built.stop == BuildStop::usage) {
    report.print_failure(unknown_audience(built.labelled->policy, options.audience));
  }
  if (built.stop == BuildStop::machine) report.print_failure(built.failure);
  return built.site ? std::nullopt : std::optional(status_of(built.stop));
}

tl::expected<WrittenSite, int> run(const Options& options, const Report& report,
                                   const SiteSession& session, const Destination* destination,
                                   Diagnostics diagnostics) {
  const auto begun = Clock::now();
  StageTimer reading(session.profile, "reading the theme");
  const auto theme = choose_theme(session.root, session.tree, diagnostics);
  reading.finish();
  if (!theme) {
    report.print_failure(theme.error().message);
    return tl::unexpected<int>(kMachineFailed);
  }
  Attempt tried = attempt(options, report, session, *theme, destination, std::move(diagnostics));
  if (const auto status = tell(options, report, tried)) {
    return tl::unexpected(*status);
  }
  if (tried.swapped && !*tried.swapped) {
    report.print_failure(tried.swapped->error().message);
    return tl::unexpected(exit_status(tried.swapped->error()));
  }
  return WrittenSite{{std::move(tried.outcome), Clock::now() - begun},
                     tried.swapped ? **tried.swapped : output::SwapReport{}};
}

}  // namespace

output::OutputTarget output_target(const Options& options, const fs::path& root) {
  output::OutputTarget target;
  target.folder = options.output_dir ? *options.output_dir : root / options.audience;
  target.jobs = job_count(options.jobs);
  target.protected_folders = {{root, "the site's own folder", true},
                              {root / "content", "the content folder"},
                              {root / "themes", "the themes folder"}};
  return target;
}

int exit_status(const output::OutputError& error) {
  return error.kind == output::OutputErrorKind::refused ? kWrongUsage : kMachineFailed;
}

tl::expected<SiteBuild, int> build_in_memory(const Options& options, const Report& report,
                                             const SiteSession& session, Diagnostics diagnostics) {
  auto built = run(options, report, session, nullptr, std::move(diagnostics));
  if (!built) return tl::unexpected(built.error());
  return std::move(built->build);
}

tl::expected<WrittenSite, int> write_site(const Options& options, const Report& report,
                                          const SiteSession& session, Diagnostics diagnostics,
                                          const std::optional<BuildKeys>& keys) {
  const Destination destination{output_target(options, session.root), keys};
  const auto writable = output::check_target(destination.target, options.audience);
  if (!writable) {
    report.print_failure(writable.error().message);
    return tl::unexpected(exit_status(writable.error()));
  }
  return run(options, report, session, &destination, std::move(diagnostics));
}

}  // namespace opsg::app
