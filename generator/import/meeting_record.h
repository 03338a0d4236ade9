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

/// The facts of a meeting as one document states them. Empty: not said.
struct MeetingRecord {
  std::string code;  ///< "41_2501", "27"
  std::vector<std::string> also;
  std::string kind;
  std::optional<Date> date;
  std::optional<TimeOfDay> start;
  std::optional<TimeOfDay> end;
  std::string place;
  std::vector<ComingMeeting> next;
  std::vector<Attendee> attendance;
  std::string banner;  ///< What the document says of its classification, for a person to judge.
};

/// The name of a meeting's folder: "2021-01-25-opsg-41". Nothing without a date or a code.
std::optional<std::string> meeting_slug(std::string_view code, const std::optional<Date>& date,
                                        std::string_view committee);

inline constexpr std::string_view kLabelSays = "The document says:";
/// What the comment above an empty label says.
std::string label_comment(std::string_view banner);

/// A TOML string that means the text; control characters do not get through.
std::string toml_string(std::string_view text);

/// `classification = ""` under a comment that quotes the banner: what a document says of itself is
/// for a person to judge, and `check` fails until one has.
std::string write_empty_label(std::string_view banner);

/// meeting.toml, its label left empty.
std::string write_meeting(const MeetingRecord& meeting);

}  // namespace opsg::importing
