#include "build_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

#include "exit_status.h"
#include "pipeline.h"
#include "report.h"
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
  }
  return kContentHasErrors;
}

/// Counts public files alone: a log of CI may show it.
std::string summary(const AuditedSite& site, const output::SwapReport& swap, const fs::path& folder,
                    std::chrono::steady_clock::duration took) {
  return fmt::format(
      "{}: {} files ({} new or changed, {} removed) for the audience {} in {:.2f} s\n",
      folder.string(), site->files.size(), swap.written, swap.removed, site->audience,
      std::chrono::duration<double>(took).count());
}

std::string unknown_audience(const BuildOutcome& built, const std::string& asked) {
  std::vector<std::string> names;
  for (const Audience& audience : built.labelled->policy.audiences) names.push_back(audience.name);
  return fmt::format("the policy has no audience `{}`; it has {}", asked, fmt::join(names, ", "));
}

/// An embargo's end is told on a terminal only: that there is one may be withheld itself.
void say_next_release(const Report& report, const BuildOutcome& built) {
  if (!built.next_release || isatty(STDOUT_FILENO) != 1) return;
  report.say(fmt::format("An embargo ends at {}: build again then.\n",
                         iso_date_time(*built.next_release)));
}

int build(const Options& options, const Report& report, const SiteSession& session,
          Diagnostics diagnostics) {
  const auto begun = std::chrono::steady_clock::now();
  const output::OutputTarget target = target_of(options, session.root);
  const auto theme = choose_theme(session.root, session.tree, diagnostics);
  if (!theme) {
    report.print_failure(theme.error().message);
    return kMachineFailed;
  }
  const BuildOutcome built =
      build_site(session.tree, *theme, build_request(options, session), diagnostics);
  report.print(std::move(diagnostics), session.tree, built.labelled ? &*built.labelled : nullptr,
               session.time);
  if (built.stop == BuildStop::usage) {
    report.print_failure(unknown_audience(built, options.audience));
  }
  if (!built.site) return exit_status(built.stop);

  const auto swapped = output::swap_in(*built.site, target);
  if (!swapped) {
    report.print_failure(swapped.error().message);
    return exit_status(swapped.error());
  }
  report.say(
      summary(*built.site, *swapped, target.folder, std::chrono::steady_clock::now() - begun));
  say_next_release(report, built);
  return kDone;
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
