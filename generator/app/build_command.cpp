#include "build_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <utility>

#include "build_summary.h"
#include "exit_status.h"
#include "report.h"
#include "site_build.h"
#include "site_session.h"

namespace opsg::app {
namespace {

/// An embargo's end is told on a terminal only: that there is one may be withheld itself.
void say_next_release(const Report& report, const BuildOutcome& built) {
  if (!built.next_release || isatty(STDOUT_FILENO) != 1) return;
  report.say(fmt::format("An embargo ends at {}: build again then.\n",
                         iso_date_time(*built.next_release)));
}

/// On a terminal only, like every word about what is withheld.
void say_withheld(const Report& report, const BuildOutcome& built) {
  if (isatty(STDOUT_FILENO) != 1) return;
  report.say(fmt::format("Not shown whole to this audience: {} of {} documents.\n",
                         built.withheld_documents, built.labelled->documents.size()));
}

int tell(const Report& report, const WrittenSite& written, const std::string& folder) {
  const BuildOutcome& built = written.build.outcome;
  const BuildSummary summary = summarise(**built.site, written.swap, folder, written.build.took);
  report.say(summary_line(summary));
  report.print_json(summary_json(summary));
  say_withheld(report, built);
  say_next_release(report, built);
  return kDone;
}

}  // namespace

int run_build(const Options& options) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found, [&](const SiteSession& session) {
    const auto written = write_site(options, report, session, std::move(found));
    if (!written) return written.error();
    return tell(report, *written, output_target(options, session.root).folder.string());
  });
}

}  // namespace opsg::app
