#include "build_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "build_key.h"
#include "build_summary.h"
#include "content_index.h"
#include "exit_status.h"
#include "last_build.h"
#include "profile_file.h"
#include "profile_table.h"
#include "profile_trace.h"
#include "program_identity.h"
#include "report.h"
#include "site_build.h"
#include "site_session.h"
#include "tree_index.h"

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

/// What a run of the command knows from the beginning.
struct BuildRun {
  const Options& options;
  const Report& report;
  output::OutputTarget target;
  Clock::time_point begun = Clock::now();
  timespec begun_by_file_clock = file_clock();
  /// Nothing with --no-cache, like what is found of the last build.
  std::optional<std::string> program = options.no_cache ? std::nullopt : program_identity();
  output::FoundStamp last = {};
};

int tell_again(const BuildRun& run, const LastBuild& last) {
  const BuildSummary summary{
      run.target.folder.string(), run.options.audience, last.pages, last.files, 0, 0,
      Clock::now() - run.begun};
  run.report.print_findings(last.findings);
  return tell(run.report, summary, last);
}

/// The last build, where it is seen without reading the records that this one would be the same.
std::optional<LastBuild> standing_build(BuildRun& run) {
  if (!run.program || !run.last.stamp) return std::nullopt;
  const auto session = open_settings(run.options);
  if (!session) return std::nullopt;
  const output::BuildStamp& stamp = *run.last.stamp;
  const bool same =
      settings_key(*run.program, run.options, run.report, *session) == stamp.settings &&
      content_stands(session->root, stamp.content, run.target.jobs);
  return same ? last_build(run.target, run.last, session->time.now) : std::nullopt;
}

std::optional<BuildKeys> build_keys(const BuildRun& run, const SiteSession& session,
                                    const Diagnostics& found) {
  if (!run.program) return std::nullopt;
  auto settings = settings_key(*run.program, run.options, run.report, session);
  if (!settings) return std::nullopt;
  BuildKeys keys{std::move(*settings), sources_key(session.tree, run.target.jobs), {}};
  // What was found in the folders would not be found again without looking there.
  if (found.empty()) {
    keys.content = content_index(session.root, run.begun_by_file_clock, run.target.jobs);
  }
  return keys;
}

/// The last build, where all that was read for this one is the same. It will be seen without
/// reading next time, where the sources are old enough by now.
std::optional<LastBuild> same_build(BuildRun& run, const SiteSession& session,
                                    const BuildKeys& keys) {
  auto& stamp = run.last.stamp;
  if (!stamp || stamp->settings != keys.settings || stamp->sources != keys.sources) {
    return std::nullopt;
  }
  auto last = last_build(run.target, run.last, session.time.now);
  if (last && !keys.content.digest.empty()) {
    stamp->content = keys.content;
    (void)output::replace_build_stamp(run.target, run.last);  // Else it is read again, no more.
  }
  return last;
}

int build(BuildRun& run, const SiteSession& session, Diagnostics found) {
  StageTimer comparing(session.profile, "comparing with the last build");
  const auto keys = build_keys(run, session, found);
  if (keys && found.empty()) {
    if (const auto last = same_build(run, session, *keys)) return tell_again(run, *last);
  }
  comparing.finish();
  if (run.last.damaged) {
    run.report.print_failure(
        "note: what was kept of the last build is damaged or another user's; everything is built");
  }
  const auto written = write_site(run.options, run.report, session, std::move(found), keys);
  return written ? tell(run.report, *written, run.target.folder.string()) : written.error();
}

int build(const Options& options, const Report& report, Profile* profile) {
  const fs::path root = fs::absolute(options.config).parent_path();
  BuildRun run{options, report, output_target(options, root)};
  StageTimer comparing(profile, "comparing with the last build");
  if (run.program) run.last = output::find_build_stamp(run.target);
  if (const auto last = standing_build(run)) return tell_again(run, *last);
  comparing.finish();
  Diagnostics found;
  const auto work = [&](const SiteSession& session) {
    return build(run, session, std::move(found));
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
