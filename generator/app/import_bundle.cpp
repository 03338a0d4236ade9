#include "import_bundle.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace opsg::app {
namespace {

using importing::MeetingRecord;

SourceSpan whole(const SourcePath& file) {
  return {file, 0, 0, 0};
}

std::string written(const std::string& text) {
  return text;
}
std::string written(const std::optional<Date>& date) {
  return date ? long_date(*date) : std::string();
}
std::string written(const std::optional<TimeOfDay>& time) {
  return time ? fmt::format("{:02}:{:02}", time->hour, time->minute) : std::string();
}
std::string written(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, ", "));
}
std::string written(const std::vector<importing::ComingMeeting>& meetings) {
  std::vector<std::string> texts;
  for (const auto& each : meetings) texts.push_back(each.kind + " " + long_date(each.date));
  return written(texts);
}
/// People are not named in messages.
std::string written(const std::vector<importing::Attendee>& attendance) {
  return attendance.empty() ? std::string() : fmt::format("{} people", attendance.size());
}

/// Fills what a meeting's record does not say yet out of another document's.
class FactMerger {
 public:
  FactMerger(MeetingRecord& into, const SourcePath& first, const ReadDocument& other,
             Diagnostics& diagnostics)
      : into_(into), first_(first), other_(other), diagnostics_(diagnostics) {}

  void merge() {
    const MeetingRecord& from = other_.imported.meeting;
    merge_fact("code", into_.code, from.code);
    merge_fact("kind", into_.kind, from.kind);
    merge_fact("date", into_.date, from.date);
    merge_fact("start", into_.start, from.start);
    merge_fact("end", into_.end, from.end);
    merge_fact("place", into_.place, from.place);
    merge_fact("next", into_.next, from.next);
    merge_fact("attendance", into_.attendance, from.attendance);
    merge_new(into_.also, from.also);
    merge_banner(from.said.banner);
    merge_new(into_.said.also, from.said.also);
  }

 private:
  template <class Fact>
  void merge_fact(std::string_view name, Fact& mine, const Fact& theirs) {
    if (theirs == Fact{}) return;
    if (mine == Fact{}) mine = theirs;
    if (mine == theirs) return;
    diagnostics_
        .warning("import-facts-differ", SourceSpan{other_.name, 1, 1, 0},
                 fmt::format("its {} of the meeting differs from that of {}", name, first_.view()))
        .note(fmt::format("{}: {}", first_.view(), written(mine)))
        .note(fmt::format("{}: {}", other_.name.view(), written(theirs)))
        .with_help("meeting.toml has the first; see which is right");
  }

  static void merge_new(std::vector<std::string>& mine, const std::vector<std::string>& theirs) {
    for (const std::string& text : theirs) {
      if (std::find(mine.begin(), mine.end(), text) == mine.end()) mine.push_back(text);
    }
  }

  void merge_banner(const std::string& banner) {
    std::string& mine = into_.said.banner;
    if (banner.empty() || mine.find(banner) != std::string::npos) return;
    mine += (mine.empty() ? "" : " / ") + banner;
  }

  MeetingRecord& into_;
  const SourcePath& first_;
  const ReadDocument& other_;
  Diagnostics& diagnostics_;
};

/// A line that says what an import has to know.
std::string telling_line(const std::string& committee, std::string_view kind = "") {
  return fmt::format("begin its text with a line such as `{}{} Meeting 41, 25 January 2021`", kind,
                     committee);
}

void report_no_meeting(const ReadDocument& document, const std::string& committee,
                       Diagnostics& diagnostics) {
  const MeetingRecord& meeting = document.imported.meeting;
  const auto report = [&](const std::string& message, const std::string& help) {
    diagnostics.error("import-no-meeting", whole(document.name), message).with_help(help);
  };
  const std::string line = telling_line(committee);
  const std::string other_name =
      ", or, where it calls the committee otherwise, name that in parties.toml as an `also` of the "
      "committee";
  if (!meeting.date && !meeting.impossible_date.empty()) {
    report(fmt::format("it does not say when the meeting was: `{}` is no day of the calendar",
                       meeting.impossible_date),
           "correct the date in the document");
  } else if (!meeting.date && meeting.code.empty()) {
    report("it says neither which meeting it is of nor when that was", line + other_name);
  } else if (!meeting.date) {
    report("it does not say when the meeting was", line);
  } else {
    report(fmt::format("it does not say which meeting it is of: no number stands behind `{}` or "
                       "`Meeting`",
                       committee),
           line + other_name);
  }
}

void report_no_kind(const ReadDocument& document, const std::string& committee,
                    Diagnostics& diagnostics) {
  diagnostics
      .error("import-no-kind", whole(document.name),
             "it does not say whether it is headlines or minutes")
      .with_help(
          fmt::format("if it is one of these, {}, or call its file so; a paper is no record: "
                      "lay it into the meeting's folder as an attachment",
                      telling_line(committee, "Headlines of ")));
}

std::optional<std::string> slug_of(const importing::MeetingRecord& meeting,
                                   const std::string& committee,
                                   const restricted::MeetingCodes& folders) {
  if (const std::string* existing = folders.find_slug(meeting.code)) return *existing;
  return importing::meeting_slug(meeting.code, meeting.date, committee);
}

/// The indices of each meeting's documents, by slug.
std::map<std::string, std::vector<std::size_t>> group(const std::vector<ReadDocument>& documents,
                                                      const std::string& committee,
                                                      const restricted::MeetingCodes& folders,
                                                      Diagnostics& diagnostics) {
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto slug = slug_of(documents[i].imported.meeting, committee, folders);
    if (!slug) {
      report_no_meeting(documents[i], committee, diagnostics);
    } else if (documents[i].imported.file_name.empty()) {
      report_no_kind(documents[i], committee, diagnostics);
    } else {
      groups[*slug].push_back(i);
    }
  }
  return groups;
}

/// Minutes are the fuller record.
void put_minutes_first(std::vector<std::size_t>& group,
                       const std::vector<ReadDocument>& documents) {
  std::stable_partition(group.begin(), group.end(), [&](std::size_t i) {
    return documents[i].imported.file_name == "minutes.md";
  });
}

/// Of two documents that would be the same record neither is taken: only a person knows which.
void refuse_twins(std::vector<std::size_t>& group, const std::vector<ReadDocument>& documents,
                  Diagnostics& diagnostics) {
  std::map<std::string, std::vector<std::size_t>> by_name;
  for (const std::size_t i : group) by_name[documents[i].imported.file_name].push_back(i);
  for (const auto& [name, twins] : by_name) {
    if (twins.size() < 2) continue;
    for (const std::size_t i : twins) {
      Diagnostic& error = diagnostics.error(
          "import-twice", whole(documents[i].name),
          fmt::format("several of these files would be the {} of one meeting", name));
      for (const std::size_t other : twins) {
        if (other != i) error.note(fmt::format("{} is another", documents[other].name.view()));
      }
      error.with_help("import the one that is to stay");
      std::erase(group, i);
    }
  }
}

ImportBundle make_bundle(const std::string& slug, const std::vector<std::size_t>& group,
                         const std::vector<ReadDocument>& documents, Diagnostics& diagnostics) {
  ImportBundle bundle;
  bundle.slug = slug;
  bundle.documents = group;
  const ReadDocument& first = documents[group.front()];
  bundle.meeting = first.imported.meeting;
  for (const std::size_t i : group) {
    if (i != group.front()) {
      FactMerger(bundle.meeting, first.name, documents[i], diagnostics).merge();
    }
  }
  bundle.files.push_back({"meeting.toml", importing::write_meeting(bundle.meeting)});
  for (const std::size_t i : group) {
    bundle.files.push_back({documents[i].imported.file_name, documents[i].imported.markdown});
  }
  return bundle;
}

}  // namespace

std::vector<ImportBundle> make_bundles(const std::vector<ReadDocument>& documents,
                                       const std::string& committee,
                                       const restricted::MeetingCodes& folders,
                                       Diagnostics& diagnostics) {
  std::vector<ImportBundle> bundles;
  for (auto& [slug, members] : group(documents, committee, folders, diagnostics)) {
    std::vector<std::size_t> kept = members;
    refuse_twins(kept, documents, diagnostics);
    if (kept.empty()) continue;
    put_minutes_first(kept, documents);
    bundles.push_back(make_bundle(slug, kept, documents, diagnostics));
  }
  return bundles;
}

}  // namespace opsg::app
