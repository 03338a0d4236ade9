#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "entry_consistency.h"
#include "headlines_consistency.h"
#include "plan_consistency.h"
#include "register_consistency.h"
#include "site.h"
#include "text.h"

namespace opsg::released {
namespace {

/// Whether the spelling is another one behind the committee's name: "OPSG_41" of "41".
bool is_derived(std::string_view spelling, const Meeting& meeting, std::string_view committee) {
  if (!starts_with_ignoring_case(spelling, committee)) return false;
  return std::any_of(meeting.spellings.begin(), meeting.spellings.end(), [&](const auto& other) {
    return spelling.size() == committee.size() + 1 + other.size() &&
           equals_ignoring_case(spelling.substr(committee.size() + 1), other);
  });
}

/// The gate reports codes and other spellings that two meetings write. Here it is about one that a
/// meeting writes, and another has by the committee's name.
void judge_spellings(const Site& site, Diagnostics& diagnostics) {
  const std::string& committee = site.config.committee;
  std::map<std::string, const Meeting*> owners;
  for (const Meeting& meeting : site.meetings) {
    for (const std::string& spelling : meeting.spellings) {
      const Meeting& owner = *owners.emplace(ascii_lower(spelling), &meeting).first->second;
      if (&owner == &meeting ||
          is_derived(spelling, owner, committee) == is_derived(spelling, meeting, committee)) {
        continue;
      }
      diagnostics
          .error("meeting-ambiguous", meeting.span,
                 fmt::format("\"{}\" means meeting {} and meeting {}", spelling, owner.code,
                             meeting.code))
          .note(fmt::format("meeting {} is here", owner.code), owner.span)
          .with_help("take it out of one meeting's `also`");
    }
  }
}

void judge_times(const Meeting& meeting, Diagnostics& diagnostics) {
  if (!meeting.start || !meeting.end || *meeting.start < *meeting.end) return;
  diagnostics
      .error("ends-before-start", meeting.span,
             fmt::format("meeting {} does not end after it starts", meeting.code))
      .with_help("correct its `start` or `end`");
}

void judge_coming_meetings(const Meeting& meeting, Diagnostics& diagnostics) {
  for (const ComingMeeting& coming : meeting.next) {
    if (coming.date > meeting.date) continue;
    diagnostics
        .warning("next-in-past", coming.span,
                 fmt::format("a coming meeting of {} is no later than this one of {}",
                             long_date(coming.date), long_date(meeting.date)))
        .with_help("correct the date");
  }
}

void judge_adopted(const Record& record, const Meeting& meeting, const Site& site,
                   Diagnostics& diagnostics) {
  if (!record.adopted) return;
  const Meeting* adopter = site.find_meeting(*record.adopted);
  if (!adopter || (adopter != &meeting && adopter->date >= meeting.date)) return;
  diagnostics
      .error("adopted-before", SourceSpan{record.path},
             fmt::format("adopted at meeting {}, which is not after its own, {}", adopter->code,
                         meeting.code))
      .note(fmt::format("meeting {} was held on {}", adopter->code, long_date(adopter->date)),
            adopter->span)
      .with_help("name the later meeting that agreed this document");
}

void judge_meetings(const Site& site, Diagnostics& diagnostics) {
  judge_spellings(site, diagnostics);
  for (const Meeting& meeting : site.meetings) {
    judge_times(meeting, diagnostics);
    judge_coming_meetings(meeting, diagnostics);
    judge_headlines(meeting, site, diagnostics);
    for (const std::size_t record : meeting.records) {
      judge_adopted(site.records[record], meeting, site, diagnostics);
    }
  }
}

}  // namespace

void judge_consistency(const Site& site, Diagnostics& diagnostics) {
  judge_meetings(site, diagnostics);
  judge_plan(site, diagnostics);
  for (const Register& joined : site.registers) {
    judge_register(joined, site, diagnostics);
    for (const RegisterEntry& entry : joined.entries) {
      judge_entry(entry, joined.definition, site, diagnostics);
    }
  }
}

}  // namespace opsg::released
