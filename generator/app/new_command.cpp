#include "new_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "counted_text.h"
#include "exit_status.h"
#include "file_system.h"
#include "meeting_record.h"
#include "new_folder.h"
#include "new_meeting.h"
#include "prior_readings.h"
#include "report.h"
#include "site.h"
#include "site_session.h"
#include "text.h"
#include "view_text.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;
using released::Site;

std::string json_line(const nlohmann::ordered_json& object) {
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

int refuse(const Report& report, std::string_view why) {
  report.print_failure(why);
  return kWrongUsage;
}

int fail(const Report& report, std::string_view what) {
  report.print_failure(what);
  return kMachineFailed;
}

/// The kind under which a meeting on that day was announced.
std::string announced_kind(const Site& site, Date date) {
  std::string kind;
  for (const released::Meeting& meeting : site.meetings) {
    for (const released::ComingMeeting& coming : meeting.next) {
      if (coming.date == date && !coming.cancelled) kind = coming.kind;
    }
  }
  return kind;
}

/// Takes the announced kind over where everybody reads it: meeting.toml has no marking for a part
/// of it, only a label that a person has yet to choose.
void take_kind_over(NewMeeting& meeting, const Site& everything, const PriorReadings& readings,
                    const Policy& policy, std::vector<std::string>& notes) {
  const std::string kind = announced_kind(everything, meeting.date);
  if (!meeting.kind.empty() || kind.empty()) return;
  std::vector<bool> shown;
  for (const auto& site : readings.sites()) {
    shown.push_back(site && announced_kind(*site, meeting.date) == kind);
  }
  const Level level = readings.marking(shown).value_or(policy.most_closed());
  if (level == Level{}) {
    meeting.kind = kind;
    return;
  }
  notes.push_back(
      fmt::format("the kind under which {} was announced is labelled {}, and was not taken over; "
                  "write it where it may be read",
                  iso_date(meeting.date), policy[level].name));
}

void take_actions_over(NewMeeting& meeting, const Site& everything, const PriorReadings& readings,
                       std::vector<std::string>& notes) {
  OpenActions actions = open_actions(readings, everything);
  meeting.actions = std::move(actions.carried);
  const auto marked =
      std::count_if(meeting.actions.begin(), meeting.actions.end(),
                    [](const OpenAction& action) { return action.level != Level{}; });
  if (marked > 0) {
    notes.push_back(fmt::format("withheld from the most open level, and marked so: {}",
                                counted(marked, "open action")));
  }
  if (actions.left_out > 0) {
    notes.push_back(
        fmt::format("left out: {}; only drafts or embargoed documents say it, and an audience "
                    "that is not given them reads all that a marking can withhold",
                    counted(actions.left_out, "open action")));
  }
  if (actions.closed_unseen > 0) {
    notes.push_back(
        fmt::format("left out: {}, closed by what is withheld from some readers, who still read it "
                    "as open; that the new minutes do not repeat it may tell them",
                    counted(actions.closed_unseen, "action")));
  }
}

std::string written_text(const std::string& folder, const NewMeeting& meeting,
                         const std::vector<std::string>& notes) {
  std::string out = fmt::format("Wrote {}, with {} carried forward.\n", folder,
                                counted(meeting.actions.size(), "open action"));
  for (const std::string& note : notes) out += fmt::format("note: {}.\n", note);
  return out + "Now write the record, label both files, and run `opsg-site check`.\n";
}

std::optional<fs::path> meeting_folder(const SiteSession& session, std::string_view code, Date date,
                                       const std::string& committee) {
  const auto slug = importing::meeting_slug(code, date, committee);
  if (!slug || slugify(code).empty()) return std::nullopt;
  return session.root / "content" / "meetings" / *slug;
}

/// Said before anything that is wrong in the records: it may be the meeting itself that has no
/// label yet.
std::optional<fs::path> known_folder(const Options& options, const SiteSession& session,
                                     const restricted::LabelledSite& labelled, Date date) {
  const TomlValue* committee = labelled.site.find("committee");
  if (!committee || !committee->string()) return std::nullopt;
  auto folder =
      meeting_folder(session, collapse_space(options.new_code), date, *committee->string());
  std::error_code error;
  return folder && fs::exists(fs::symlink_status(*folder, error)) ? folder : std::nullopt;
}

int write_meeting(const Options& options, const Report& report, const SiteSession& session,
                  const restricted::LabelledSite& labelled, const Site& site, Date date) {
  const PriorReadings readings(labelled, session.time);
  std::vector<std::string> notes;
  NewMeeting meeting{
      collapse_space(options.new_code), options.new_kind, date, site.config.standing_items, {}};
  take_kind_over(meeting, site, readings, labelled.policy, notes);
  take_actions_over(meeting, site, readings, notes);
  if (const auto* known = site.find_meeting(meeting.code)) {
    return refuse(report, fmt::format("there is a meeting `{}` already: content/meetings/{}",
                                      known->code, known->slug));
  }
  const auto folder = meeting_folder(session, meeting.code, date, site.config.committee);
  std::error_code error;
  if (!folder) return refuse(report, "give the meeting's code, such as --code 42_2102");
  const auto written =
      write_new_folder(*folder, {{"meeting.toml", write_new_meeting_facts(meeting)},
                                 {"minutes.md", write_new_minutes(meeting, labelled.policy)}});
  if (!written) return fail(report, written.error().message);
  const std::string name = fs::relative(*folder, session.root, error).string();
  report.say(written_text(name, meeting, notes));
  report.print_json(
      json_line({{"folder", name}, {"open_actions", meeting.actions.size()}, {"notes", notes}}));
  return kDone;
}

int new_meeting(const Options& options, const Report& report, const SiteSession& session,
                Diagnostics diagnostics) {
  const auto date = parse_iso_date(options.new_date);
  if (!date) {
    return refuse(report,
                  fmt::format("--date {} is no date; write it like 2021-01-25", options.new_date));
  }
  const auto labelled = restricted::label_sources(session.tree, {}, diagnostics);
  if (const auto known =
          labelled ? known_folder(options, session, *labelled, *date) : std::nullopt) {
    return refuse(report,
                  fmt::format("there is a meeting `{}` already: content/meetings/{}",
                              collapse_space(options.new_code), known->filename().string()));
  }
  std::optional<Site> site;
  if (labelled && !diagnostics.has_errors()) {
    const ClearedSources everything = restricted::Gate::clear(
        *labelled, labelled->policy.full_clearance(), session.time, diagnostics);
    site = released::make_site(everything, {}, diagnostics);
  }
  if (site && !diagnostics.has_errors()) {
    return write_meeting(options, report, session, *labelled, *site, *date);
  }
  report.print(std::move(diagnostics), session.tree, labelled ? &*labelled : nullptr, session.time);
  report.print_failure("what is outstanding cannot be known before the records are mended");
  return kContentHasErrors;
}

int new_page(const Options& options, const Report& report, const SiteSession& session) {
  const std::string& name = options.new_page;
  if (name.empty() || slugify(name) != name) {
    return refuse(report, fmt::format("`{}` is no name of a page; write it like {}", name,
                                      slugify(name).empty() ? "working-groups" : slugify(name)));
  }
  const fs::path file = session.root / "content" / "pages" / (name + ".md");
  std::error_code error;
  if (fs::exists(fs::symlink_status(file, error))) {
    return refuse(report, fmt::format("{} is there already", file.string()));
  }
  fs::create_directories(file.parent_path(), error);
  if (error) {
    return fail(report, system_failure("make content/pages", error.value()).value().message);
  }
  const std::string title =
      options.new_title.empty() ? released::capitalised(name) : options.new_title;
  const auto written = write_file(file, write_new_page(title));
  if (!written) return fail(report, written.error().message);
  report.say(fmt::format("Wrote content/pages/{}.md.\nNow write the page, and label it.\n", name));
  report.print_json(json_line({{"file", fmt::format("content/pages/{}.md", name)}}));
  return kDone;
}

}  // namespace

int run_new_meeting(const Options& options) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found, [&](const SiteSession& session) {
    return new_meeting(options, report, session, std::move(found));
  });
}

int run_new_page(const Options& options) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found,
                   [&](const SiteSession& session) { return new_page(options, report, session); });
}

}  // namespace opsg::app
