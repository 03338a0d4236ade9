#include "command_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base_url.h"
#include "cli_choice.h"
#include "options.h"

namespace opsg::app {
namespace {

void add_config_option(CLI::App& command, Options& options) {
  command.add_option("--config", options.config, "The site's site.toml")
      ->type_name("FILE")
      ->capture_default_str();
}

/// What CLI11 says of a value that will not do; nothing where it will.
std::string fault_of_base_url(const std::string& url) {
  if (released::is_base_url(url)) return {};
  return fmt::format("`{}` is no absolute URL of a site; {}", url, released::kBaseUrlHelp);
}

void add_base_url_option(CLI::App& command, Options& options) {
  command.add_option("--base-url", options.base_url, "Instead of site.toml's base_url")
      ->type_name("URL")
      ->check(fault_of_base_url);
}

std::string fault_of_revision(const std::string& revision) {
  return revision.empty() ? "git knows a revision by a name: HEAD" : "";
}

void add_audience_option(CLI::App& command, Options& options, const char* description) {
  const auto fault = [](const std::string& name) {
    return std::string(name.empty() ? "an audience has a name, as the policy has it" : "");
  };
  command.add_option("--audience", options.audience, description)
      ->type_name("NAME")
      ->check(fault)
      ->capture_default_str();
}

void add_site_options(CLI::App& command, Options& options) {
  add_config_option(command, options);
  command
      .add_option("--as-of", options.as_of,
                  "The day at which actions are overdue and embargoes judged: 2021-01-25 or today")
      ->type_name("DAY");
  command.add_option("--jobs", options.jobs, "Threads; 0 for one a processor")
      ->type_name("COUNT")
      ->check(CLI::Range(0, 1024));
}

void add_live_options(CLI::App& command, Options& options) {
  command.add_flag("--no-verify-live", options.publish.no_live_check,
                   "Do not look afterwards whether the host serves the release");
  command
      .add_option("--patience", options.publish.patience_seconds,
                  "Seconds that the host's caches are waited for")
      ->type_name("SECONDS")
      ->check(CLI::Range(0, 3600))
      ->capture_default_str();
}

using comparison::ChangeKind;

/// "newly-public,changed", or "any".
void add_fail_on(CLI::App& diff, std::set<ChangeKind>& kinds) {
  const std::map<std::string, std::set<ChangeKind>> names = {
      {"newly-public", {ChangeKind::newly_public}},
      {"changed", {ChangeKind::changed}},
      {"no-longer-public", {ChangeKind::no_longer_public}},
      {"any", {ChangeKind::newly_public, ChangeKind::changed, ChangeKind::no_longer_public}}};
  const auto add = [&kinds, names](const std::vector<std::string>& given) {
    for (const std::string& name : given)
      kinds.insert(names.at(name).begin(), names.at(name).end());
  };
  diff.add_option_function<std::vector<std::string>>(
          "--fail-on", add,
          "Exit with 3 where there are such changes that nobody approved; several with commas "
          "between")
      ->delimiter(',')
      ->check(CLI::IsMember(
          std::vector<std::string>{"newly-public", "changed", "no-longer-public", "any"}))
      ->type_name("newly-public|changed|no-longer-public|any");
}

}  // namespace

void add_report_options(CLI::App& command, Options& options) {
  command.add_flag("--quiet,-q", options.quiet, "Print nothing but errors and warnings");
  command.add_flag("--show-withheld", options.show_withheld,
                   "Quote withheld text in messages even where others may read them (CI logs)");
  command.add_flag("--all", options.all_findings,
                   "Print all errors and warnings, not the first 100");
  add_choice<ColorMode>(
      command, "--color", options.color,
      {{"auto", ColorMode::automatic}, {"always", ColorMode::always}, {"never", ColorMode::never}},
      "Colours in messages");
  add_choice<OutputFormat>(command, "--format", options.format,
                           {{"human", OutputFormat::human}, {"json", OutputFormat::json}},
                           "For whom results and messages are written");
}

void add_build_options(CLI::App& build, Options& options) {
  add_site_options(build, options);
  add_audience_option(build, options, "Whom the site is for; the policy names them");
  build
      .add_option("--output-dir", options.output_dir,
                  "Where the site goes [the audience's name, beside site.toml]")
      ->type_name("FOLDER");
  add_base_url_option(build, options);
  build.add_flag("--no-cache", options.no_cache,
                 "Build the whole site, even where nothing has changed since the last build");
  build
      .add_option("--profile", options.profile,
                  "Print how long each stage took, and write a trace for Chromium or Perfetto")
      ->type_name("FILE")
      ->expected(0, 1)
      ->default_str("opsg-site-profile.json");
  add_report_options(build, options);
}

void add_serve_options(CLI::App& serve, Options& options) {
  serve.add_option("--port", options.serve_port, "Where to listen [the first free one from 1313]")
      ->type_name("NUMBER")
      ->check(CLI::Range(0, 65535));
  serve.add_option("--bind", options.serve_bind, "The IP address to listen at")
      ->type_name("ADDRESS")
      ->capture_default_str();
  add_audience_option(serve, options, "Whose site is shown first");
  serve.add_flag("--editor", options.serve_editor,
                 "Show what is withheld from the audience too, shaded, with the rule that decided");
  serve.add_flag("--no-reload", options.serve_no_reload,
                 "Leave pages as they are until they are loaded again");
  add_site_options(serve, options);
  add_report_options(serve, options);
}

void add_check_options(CLI::App& check, Options& options) {
  check.add_flag("--external", options.external,
                 "Try the links to other sites that an audience sees as well");
  add_audience_option(check, options, "Whose links --external tries");
  check.add_option("--timeout", options.timeout_seconds, "Seconds that a link may take to answer")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 600))
      ->capture_default_str();
  add_site_options(check, options);
  add_report_options(check, options);
}

void add_diff_options(CLI::App& diff, Options& options) {
  add_site_options(diff, options);
  add_audience_option(diff, options, "Whose site is compared");
  CLI::Option* against =
      diff.add_option("--against", options.diff.against,
                      "A folder or URL of a site, or git:REVISION [the last release]")
          ->type_name("PLACE");
  diff.add_option("--revision", options.diff.revision,
                  "A revision of the site's git repository: HEAD~1")
      ->type_name("REVISION")
      ->check(fault_of_revision)
      ->excludes(against);
  diff.add_option("--output-dir", options.output_dir,
                  "The output folder to compare with, where nothing else is named")
      ->type_name("FOLDER");
  add_base_url_option(diff, options);
  diff.add_option("--html", options.diff.html, "Write a report for the person who approves")
      ->type_name("FILE");
  add_fail_on(diff, options.diff.fail_on);
  diff.add_option("--approve", options.diff.approve,
                  "Record in approvals.toml who approved what is newly public or changed")
      ->type_name("ROLE");
  diff.add_option("--expect", options.diff.expect,
                  "Approve this list alone, by the number that its report has")
      ->type_name("NUMBER");
  add_report_options(diff, options);
}

void add_explain_options(CLI::App& explain, Options& options) {
  explain.add_option("place", options.explain_place, "file or file:line [every file]")
      ->type_name("FILE");
  add_site_options(explain, options);
  add_report_options(explain, options);
}

void add_init_options(CLI::App& init, Options& options) {
  init.add_option("folder", options.init_folder,
                  "A new or empty folder; with --ci also one that holds a site")
      ->type_name("FOLDER")
      ->capture_default_str();
  add_choice<CiHost>(init, "--ci", options.init_ci,
                     {{"github", CiHost::github}, {"gitlab", CiHost::gitlab}},
                     "Write the workflow too that checks and publishes the site there");
  add_report_options(init, options);
}

void add_import_options(CLI::App& import, Options& options) {
  import.add_option("files", options.import_files, "Headlines or minutes: .docx, .pdf, .txt, .md")
      ->type_name("FILE")
      ->required();
  import.add_option("--into", options.import_into, "The folder of `meetings` [content]")
      ->type_name("FOLDER");
  import.add_flag("--dry-run", options.import_dry_run, "Say what would be written; write nothing");
  import.add_flag("--merge", options.import_merge,
                  "Show how records that are there differ from the documents; change none of them");
  add_config_option(import, options);
  add_report_options(import, options);
}

void add_new_meeting_options(CLI::App& meeting, Options& options) {
  meeting.add_option("--code", options.new_code, "The meeting's code: 42_0202")
      ->type_name("CODE")
      ->required();
  meeting.add_option("--date", options.new_date, "Its day: 2021-02-02")
      ->type_name("DAY")
      ->required();
  meeting
      .add_option("--kind", options.new_kind, "Its kind [the one that was announced for that day]")
      ->type_name("KIND");
  add_site_options(meeting, options);
  add_report_options(meeting, options);
}

void add_new_page_options(CLI::App& page, Options& options) {
  page.add_option("name", options.new_page, "The last part of its address: working-groups")
      ->type_name("NAME")
      ->required();
  page.add_option("--title", options.new_title, "Its title [its name in words]")->type_name("TEXT");
  add_site_options(page, options);
  add_report_options(page, options);
}

void add_verify_options(CLI::App& verify, Options& options) {
  VerifyOptions& chosen = options.verify;
  verify.add_option("place", chosen.place, "A folder that was built or published, or a site's URL")
      ->type_name("FOLDER")
      ->required();
  verify.add_option("--audience", chosen.audience, "Whose release it must be [anybody's]")
      ->type_name("NAME");
  verify
      .add_option("--public-key", chosen.public_key,
                  "The manifest must be signed by this minisign key: the key, or its file")
      ->type_name("KEY");
  verify
      .add_option("--leave", chosen.leave,
                  "What in the folder is the host's own: CNAME, .well-known/")
      ->type_name("PATH");
  verify
      .add_option("--manifest", chosen.manifest,
                  "Compare a URL with this manifest, or a release folder's, not with its own")
      ->type_name("FILE");
  verify
      .add_option("--since", chosen.since,
                  "What this earlier manifest, or release folder's, had must be gone from the URL")
      ->type_name("FILE");
  add_report_options(verify, options);
}

void add_publish_options(CLI::App& publish, Options& options) {
  publish
      .add_option("target", options.publish.target,
                  "One of site.toml's [publish.targets] [\"default\", or the first]")
      ->type_name("NAME");
  publish.add_flag("--dry-run", options.publish.dry_run,
                   "Say what would be uploaded and removed; change nothing there");
  publish.add_flag("--break-lock", options.publish.break_lock,
                   "Go on where another publish seems to be at work, but is not");
  add_live_options(publish, options);
  add_site_options(publish, options);
  add_report_options(publish, options);
}

void add_rollback_options(CLI::App& rollback, Options& options) {
  rollback
      .add_option("target", options.publish.target,
                  "One of site.toml's [publish.targets] [\"default\", or the first]")
      ->type_name("NAME");
  rollback
      .add_option("--to", options.publish.to, "Its name or number [the one before the current one]")
      ->type_name("RELEASE");
  rollback.add_flag("--list", options.publish.list,
                    "List the releases that are there, newest first");
  add_live_options(rollback, options);
  add_site_options(rollback, options);
  add_report_options(rollback, options);
}

}  // namespace opsg::app
