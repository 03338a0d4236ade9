#include "build_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "build_key.h"
#include "build_summary.h"
#include "exit_status.h"
#include "last_build.h"
#include "profile_file.h"
#include "profile_table.h"
#include "profile_trace.h"
#include "report.h"
#include "site_build.h"
#include "site_session.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// An embargo's end is told on a terminal only: that there is one may be withheld itself.
void say_next_release(const Report& report, std::optional<UtcTime> next_release) {
  if (!next_release || isatty(STDOUT_FILENO) != 1) return;
  report.say(
      fmt::format("An embargo ends at {}: build again then.\n", iso_date_time(*next_release)));
}

/// On a terminal only, like every word about what is withheld.
void say_withheld(const Report& report, std::size_t withheld, std::size_t documents) {
  if (isatty(STDOUT_FILENO) != 1) return;
  report.say(
      fmt::format("Not shown whole to this audience: {} of {} documents.\n", withheld, documents));
}

int tell(const Report& report, const BuildSummary& summary, const LastBuild& built) {
  report.say(summary_line(summary));
  report.print_json(summary_json(summary));
  say_withheld(report, built.withheld_documents, built.documents);
  say_next_release(report, built.next_release);
  return kDone;
}

int tell(const Report& report, const WrittenSite& written, const std::string& folder) {
  const BuildOutcome& built = written.build.outcome;
  LastBuild told;
  told.documents = built.labelled->documents.size();
  told.withheld_documents = built.withheld_documents;
  told.next_release = built.next_release;
  return tell(report, summarise(**built.site, written.swap, folder, written.build.took), told);
}

/// Nothing has changed since.
int tell_again(const Report& report, const LastBuild& last, const Options& options,
               const std::string& folder, std::chrono::duration<double> took) {
  report.print_findings(last.findings);
  return tell(report, {folder, options.audience, last.pages, last.files, 0, 0, took}, last);
}

/// The build that would be made, where it stands already.
std::optional<LastBuild> standing_build(const Report& report, const output::OutputTarget& target,
                                        const std::string& key, UtcTime now) {
  const LastBuildSearch last = find_last_build(target, key, now);
  if (last.damaged) {
    report.print_failure(
        "note: what was kept of the last build is damaged or another user's; everything is built");
  }
  return last.build;
}

int build(const Options& options, const Report& report, const SiteSession& session,
          Diagnostics found) {
  const auto begun = Clock::now();
  const output::OutputTarget target = output_target(options, session.root);
  const std::string folder = target.folder.string();
  StageTimer comparing(session.profile, "comparing with the last build");
  const auto key = options.no_cache ? std::nullopt : build_key(options, report, session);
  if (key && found.empty()) {
    if (const auto last = standing_build(report, target, *key, session.time.now)) {
      return tell_again(report, *last, options, folder, Clock::now() - begun);
    }
  }
  comparing.finish();
  const auto written = write_site(options, report, session, std::move(found), key);
  return written ? tell(report, *written, folder) : written.error();
}

int build(const Options& options, const Report& report, Profile* profile) {
  Diagnostics found;
  const auto work = [&](const SiteSession& session) {
    return build(options, report, session, std::move(found));
  };
  return with_site(options, report, found, work, profile);
}

/// How many files there are that only some may see is told where withheld text is.
void print_profile_table(const Options& options, const Profile& profile) {
  if (options.quiet || options.format == OutputFormat::json) return;
  const bool show = isatty(STDERR_FILENO) == 1 || options.show_withheld;
  fmt::print(stderr, "{}",
             profile_table(stage_rows(profile.spans()), program_use(profile),
                           show ? ProfileCounts::show : ProfileCounts::hide));
}

int build_with_profile(const Options& options, const Report& report) {
  const fs::path root = fs::absolute(options.config).parent_path();
  const auto place = check_profile_place(*options.profile, output_target(options, root).folder);
  if (!place) {
    report.print_failure(place.error().message);
    return kWrongUsage;
  }
  Profile profile;
  const int status = build(options, report, &profile);
  if (status == kWrongUsage) return status;
  print_profile_table(options, profile);
  const auto written = write_private_file(*options.profile, profile_trace(profile.spans()));
  if (written) return status;
  report.print_failure(written.error().message);
  return kMachineFailed;
}

}  // namespace

int run_build(const Options& options) {
  const Report report(options);
  return options.profile ? build_with_profile(options, report) : build(options, report, nullptr);
}

}  // namespace opsg::app
