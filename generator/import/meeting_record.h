#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "date.h"

namespace opsg::importing {

/// A row of meeting.toml's `attendance`. Empty: not said.
struct Attendee {
  std::string category;
  std::string organisation;
  std::string role;
  std::string name;
  std::string alternate_for;
  bool part = false;
  std::vector<std::string> items;
  bool apology = false;
  friend bool operator==(const Attendee&, const Attendee&) = default;
};

struct ComingMeeting {
  std::string kind;
  Date date;
  friend bool operator==(const ComingMeeting&, const ComingMeeting&) = default;
};

/// What a document says of its classification, for a person to judge.
struct SaidLabel {
  std::string banner;             ///< On one line; may be empty.
  std::vector<std::string> also;  ///< Elsewhere, of more closed levels (find_said_levels).
};

/// The facts of a meeting as one document states them. Empty: not said.
struct MeetingRecord {
  std::string code;  ///< "41_2501", "27"
  std::vector<std::string> also;
  std::string kind;
  std::optional<Date> date;
  std::string impossible_date;  ///< "30 February 2021": the first one, as it is written.
  std::optional<TimeOfDay> start;
  std::optional<TimeOfDay> end;
  std::string place;
  std::vector<ComingMeeting> next;
  std::vector<Attendee> attendance;
  SaidLabel said;
};

/// The name of a meeting's folder: "2021-01-25-opsg-41". Nothing without a date or a code.
std::optional<std::string> meeting_slug(std::string_view code, const std::optional<Date>& date,
                                        std::string_view committee);

/// What the comments above an empty label say, a line each.
std::vector<std::string> label_comments(const SaidLabel& said);

/// A TOML string that means the text; control characters do not get through.
std::string toml_string(std::string_view text);

/// `classification = ""` under comments that quote what was said: `check` fails until a person has
/// judged it, and where the label is more open than that.
std::string write_empty_label(const SaidLabel& said);

/// meeting.toml, its label left empty.
std::string write_meeting(const MeetingRecord& meeting);

}  // namespace opsg::importing
