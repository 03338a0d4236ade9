#include "site_session.h"

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <thread>

#include "discover.h"
#include "exit_status.h"
#include "site_setting.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

UtcTime clock_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// The day begins in doubt: an embargo that ends during it still holds.
UtcTime start_of(Date day, const std::string& time_zone) {
  return to_utc(std::chrono::local_days(day), time_zone);
}

Result<SourceTree> read_sources(const fs::path& root, int jobs, Diagnostics& diagnostics,
                                Profile* profile) {
  StageTimer timer(profile, "reading files");
  auto tree = restricted::discover(root, jobs, diagnostics);
  if (tree) timer.set_count(tree->files.size());
  return tree;
}

tl::unexpected<SessionError> wrong_usage(std::string message) {
  return tl::unexpected(SessionError{kWrongUsage, std::move(message)});
}

/// The folder of the site.toml that the options name.
tl::expected<fs::path, SessionError> site_folder(const Options& options) {
  std::error_code error;
  const fs::path config = fs::absolute(options.config, error);
  if (!error && config.filename() == "site.toml" && fs::is_regular_file(config, error)) {
    return config.parent_path();
  }
  return wrong_usage(fmt::format(
      "{} is no site.toml; go to the site's folder, or name it by --config, or begin one by "
      "`opsg-site init`",
      options.config.string()));
}

tl::expected<SiteSession, SessionError> at_time_of(const Options& options, SiteSession session) {
  session.time.now = clock_now();
  if (!options.as_of) return session;
  const std::string zone = time_zone_of(session.tree);
  session.as_of = *options.as_of == "today" ? local_date(session.time.now, zone)
                                            : parse_iso_date(*options.as_of);
  if (!session.as_of) {
    return wrong_usage(
        fmt::format("--as-of {} is no date; write it like 2021-01-25, or today", *options.as_of));
  }
  if (*options.as_of != "today") {
    session.time.now = std::min(session.time.now, start_of(*session.as_of, zone));
  }
  return session;
}

tbb::global_control limit_threads(const Options& options) {
  return {tbb::global_control::max_allowed_parallelism,
          static_cast<std::size_t>(job_count(options.jobs))};
}

int work_on(const tl::expected<SiteSession, SessionError>& session, const Report& report,
            const SessionWork& work) {
  if (session) return work(*session);
  report.print_failure(session.error().message);
  return session.error().exit_status;
}

}  // namespace

tl::expected<SiteSession, SessionError> open_site(const Options& options, Diagnostics& diagnostics,
                                                  Profile* profile) {
  SiteSession session;
  session.profile = profile;
  auto root = site_folder(options);
  if (!root) return tl::unexpected(root.error());
  session.root = std::move(*root);
  auto tree = read_sources(session.root, job_count(options.jobs), diagnostics, profile);
  if (!tree) return tl::unexpected(SessionError{kMachineFailed, tree.error().message});
  session.tree = std::move(*tree);
  return at_time_of(options, std::move(session));
}

tl::expected<SiteSession, SessionError> open_settings(const Options& options) {
  SiteSession session;
  auto root = site_folder(options);
  if (!root) return tl::unexpected(root.error());
  session.root = std::move(*root);
  auto tree = restricted::read_site_file(session.root);
  if (!tree) return tl::unexpected(SessionError{kMachineFailed, tree.error().message});
  session.tree = std::move(*tree);
  return at_time_of(options, std::move(session));
}

int job_count(int asked) {
  if (asked > 0) return asked;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

std::string time_zone_of(const SourceTree& tree) {
  const auto zone = site_setting(tree, "time_zone");
  return zone && is_known_time_zone(*zone->string()) ? *zone->string() : "Europe/London";
}

std::string unknown_audience(const Policy& policy, const std::string& asked) {
  std::vector<std::string> names;
  for (const Audience& audience : policy.audiences) names.push_back(audience.name);
  return fmt::format("the policy has no audience `{}`; it has {}", asked, fmt::join(names, ", "));
}

BuildRequest build_request(const Options& options, const SiteSession& session) {
  BuildRequest request;
  request.audience = options.audience;
  request.as_of = session.as_of;
  request.time = session.time;
  request.base_url = options.base_url;
  request.jobs = job_count(options.jobs);
  request.profile = session.profile;
  return request;
}

int with_site(const Options& options, const Report& report, Diagnostics& diagnostics,
              const SessionWork& work, Profile* profile) {
  const tbb::global_control limit = limit_threads(options);
  return work_on(open_site(options, diagnostics, profile), report, work);
}

int with_settings(const Options& options, const Report& report, const SessionWork& work) {
  const tbb::global_control limit = limit_threads(options);
  return work_on(open_settings(options), report, work);
}

}  // namespace opsg::app
