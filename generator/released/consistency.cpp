#include <fmt/format.h>

#include <map>
#include <string>

#include "entry_consistency.h"
#include "register_consistency.h"
#include "site.h"
#include "text.h"

namespace opsg::released {
namespace {

/// Two meetings with one code are the gate's to report; here it is about other spellings.
void judge_spellings(const Site& site, Diagnostics& diagnostics) {
  std::map<std::string, const Meeting*> owners;
  for (const Meeting& meeting : site.meetings) {
    for (const std::string& spelling : meeting.spellings) {
      const Meeting& owner = *owners.emplace(ascii_lower(spelling), &meeting).first->second;
      if (equals_ignoring_case(owner.code, meeting.code)) continue;
      diagnostics
          .error("meeting-ambiguous", meeting.span,
                 fmt::format("\"{}\" means meeting {} and meeting {}", spelling, owner.code,
                             meeting.code))
          .note(fmt::format("meeting {} is here", owner.code), owner.span)
          .with_help("take it out of one meeting's `also`");
    }
  }
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
  const SourceSpan file{record.path};
  const Meeting* adopter = site.find_meeting(*record.adopted);
  if (!adopter) {
    diagnostics
        .warning("adopted-unknown", file,
                 fmt::format("adopted at meeting {}, which is not here", *record.adopted))
        .with_help("write the meeting's code as its meeting.toml has it");
  } else if (adopter == &meeting || adopter->date < meeting.date) {
    diagnostics
        .error("adopted-before", file,
               fmt::format("adopted at meeting {}, which is not after its own, {}", adopter->code,
                           meeting.code))
        .note(fmt::format("meeting {} was held on {}", adopter->code, long_date(adopter->date)),
              adopter->span)
        .with_help("name the later meeting that agreed this document");
  }
}

void judge_meetings(const Site& site, Diagnostics& diagnostics) {
  judge_spellings(site, diagnostics);
  for (const Meeting& meeting : site.meetings) {
    judge_coming_meetings(meeting, diagnostics);
    for (const std::size_t record : meeting.records) {
      judge_adopted(site.records[record], meeting, site, diagnostics);
    }
  }
}

}  // namespace

void judge_consistency(const Site& site, Diagnostics& diagnostics) {
  judge_meetings(site, diagnostics);
  for (const Register& joined : site.registers) {
    judge_register(joined, site, diagnostics);
    for (const RegisterEntry& entry : joined.entries) {
      judge_entry(entry, joined.definition, site, diagnostics);
    }
  }
}

}  // namespace opsg::released
