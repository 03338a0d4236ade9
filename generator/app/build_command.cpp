#include "build_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <optional>

#include "build_summary.h"
#include "exit_status.h"
#include "pipeline.h"
#include "progress_bar.h"
#include "report.h"
#include "search_program.h"
#include "site_session.h"
#include "swap.h"
#include "theme_choice.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

/// Every audience has a folder of its own, so that no build stands in another's place.
output::OutputTarget target_of(const Options& options, const fs::path& root) {
  output::OutputTarget target;
  target.folder = options.output_dir ? *options.output_dir : root / options.audience;
  target.protected_folders = {{root, "the site's own folder", true},
                              {root / "content", "the content folder"},
                              {root / "themes", "the themes folder"}};
  return target;
}

int exit_status(const output::OutputError& error) {
  return error.kind == output::OutputErrorKind::refused ? kWrongUsage : kMachineFailed;
}

int exit_status(BuildStop stop) {
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

/// An embargo's end is told on a terminal only: that there is one may be withheld itself.
void say_next_release(const Report& report, const BuildOutcome& built) {
  if (!built.next_release || isatty(STDOUT_FILENO) != 1) return;
  report.say(fmt::format("An embargo ends at {}: build again then.\n",
                         iso_date_time(*built.next_release)));
}

/// Nothing where there is no site to put there.
std::optional<output::Outcome<output::SwapReport>> swap_in(const BuildOutcome& built,
                                                           const output::OutputTarget& target,
                                                           Progress& progress) {
  if (!built.site) return std::nullopt;
  progress.begin("writing files", 0);
  return output::swap_in(*built.site, target);
}

/// On a terminal only, like every word about what is withheld.
void say_withheld(const Report& report, const BuildOutcome& built) {
  if (isatty(STDOUT_FILENO) != 1) return;
  report.say(fmt::format("Not shown whole to this audience: {} of {} documents.\n",
                         built.withheld_documents, built.labelled->documents.size()));
}

int tell(const Report& report, const BuildOutcome& built, const BuildSummary& summary) {
  report.say(summary_line(summary));
  report.print_json(summary_json(summary));
  say_withheld(report, built);
  say_next_release(report, built);
  return kDone;
}

int build(const Options& options, const Report& report, const SiteSession& session,
          Diagnostics diagnostics) {
  const auto begun = std::chrono::steady_clock::now();
  const output::OutputTarget target = target_of(options, session.root);
  if (const auto writable = output::check_target(target, options.audience); !writable) {
    report.print_failure(writable.error().message);
    return exit_status(writable.error());
  }
  const auto theme = choose_theme(session.root, session.tree, diagnostics);
  if (!theme) {
    report.print_failure(theme.error().message);
    return kMachineFailed;
  }
  ProgressBar progress(wants_progress_bar(options));
  BuildRequest request = build_request(options, session);
  request.progress = &progress;
  request.search_program = search::find_search_program(session.root);
  const BuildOutcome built = build_site(session.tree, *theme, request, diagnostics);
  const auto swapped = swap_in(built, target, progress);
  progress.finish();

  report.print(std::move(diagnostics), session.tree, built.labelled ? &*built.labelled : nullptr,
               session.time);
  if (built.stop == BuildStop::usage) {
    report.print_failure(unknown_audience(built.labelled->policy, options.audience));
  }
  if (built.stop == BuildStop::machine) report.print_failure(built.failure);
  if (!built.site) return exit_status(built.stop);
  if (!*swapped) {
    report.print_failure(swapped->error().message);
    return exit_status(swapped->error());
  }
  const auto took = std::chrono::steady_clock::now() - begun;
  return tell(report, built, summarise(**built.site, **swapped, target.folder.string(), took));
}

}  // namespace

int run_build(const Options& options) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found, [&](const SiteSession& session) {
    return build(options, report, session, std::move(found));
  });
}

}  // namespace opsg::app
