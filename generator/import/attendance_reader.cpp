#include "attendance_reader.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "attendee_text.h"
#include "line_shapes.h"
#include "text.h"
#include "text_pattern.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kLongestPerson = 300;  ///< In bytes, with all remarks.

bool is_organisation_head(std::string_view cell) {
  static const RE2 pattern(
      R"((?i)^\W*(category|representing|organi[sz]ation|company|constituency|party)\b)");
  return matches(cell, pattern);
}

bool is_name_head(std::string_view cell) {
  static const RE2 pattern(
      R"((?i)\b(names?|members|participants|attendees?|representatives?)\W*$)");
  return matches(cell, pattern);
}

bool is_apology(const Attendee& attendee) {
  return attendee.apology;
}

}  // namespace

bool AttendanceReader::take(const TextLine& line) {
  return take_title(line) || take_head(line) || (in_list_ && (take_row(line) || take_flat(line)));
}

bool AttendanceReader::take_title(const TextLine& line) {
  static const RE2 present(
      R"((?i)^\W*(?:attendees|attendance|attendees and apologies|present|in attendance|members present)\W*$)");
  static const RE2 absent(R"((?i)^\W*(?:apologies(?: for absence| received)?|absent)\W*$)");
  const bool apologies = matches(line.text, absent);
  if (!apologies && !matches(line.text, present)) return false;
  leave_organisation();
  in_list_ = true;
  apologies_ = apologies;
  if (apologies) category_.clear();
  ledger_.drop("title", line.text, line.place);
  return true;
}

bool AttendanceReader::take_head(const TextLine& line) {
  const std::string text = without_emphasis(line.text);
  const std::size_t space = text.find(' ');
  std::vector<std::string_view> cells = split(text, '\t');
  if (!line.is_row() && space != std::string::npos) {
    const std::string_view view = text;
    cells = {view.substr(0, space), view.substr(space + 1)};
  }
  const auto organisation = std::find_if(cells.begin(), cells.end(), is_organisation_head);
  const auto name = std::find_if(cells.begin(), cells.end(), is_name_head);
  const bool head = organisation != cells.end() && name != cells.end() && organisation != name;
  if (!head || ends_sentence(text) || (!line.is_row() && organisation > name)) return false;
  leave_organisation();
  in_list_ = true;
  organisation_column_ = static_cast<std::size_t>(organisation - cells.begin());
  name_column_ = static_cast<std::size_t>(name - cells.begin());
  category_ = category_of(trim(*name));
  ledger_.drop("table-head", line.text, line.place);
  return true;
}

/// "Operations Group Members": "Members". Nothing for "Name".
std::string AttendanceReader::category_of(std::string_view head) const {
  std::vector<std::string> names = {rules_.config.committee};
  if (const released::Party* party = rules_.vocabulary.find_party(rules_.config.committee)) {
    names.insert(names.end(), party->also.begin(), party->also.end());
  }
  for (const std::string& name : names) {
    if (starts_with_ignoring_case(head, name)) head = trim(head.substr(name.size()));
  }
  if (head.empty() || starts_with_ignoring_case(head, "name")) return {};
  return ascii_upper(head.substr(0, 1)) + ascii_lower(head.substr(1));
}

bool AttendanceReader::take_row(const TextLine& line) {
  if (!line.is_row()) return false;
  std::vector<std::string> cells;
  for (const std::string_view cell : split(line.text, '\t')) cells.push_back(collapse_space(cell));
  cells.resize(std::max({cells.size(), organisation_column_ + 1, name_column_ + 1}));
  std::string role;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != name_column_ && levels_.find_alone(cells[i])) ledger_.keep_marking(cells[i]);
    if (i != organisation_column_ && i != name_column_ && !cells[i].empty()) {
      role += (role.empty() ? "" : ", ") + without_emphasis(cells[i]);
    }
  }
  const std::string organisation = without_emphasis(cells[organisation_column_]);
  if (!organisation.empty()) begin_organisation(organisation, line.place);
  const std::string person = cells[name_column_] + (role.empty() ? "" : " (" + role + ")");
  if (!person.empty()) add(person, line.place);
  return true;
}

bool AttendanceReader::take_flat(const TextLine& line) {
  const auto attendee = read_flat_attendee(line.text, rules_.vocabulary);
  if (!attendee) return false;
  if (!attendee->organisation.empty()) begin_organisation(attendee->organisation, line.place);
  if (!attendee->person.empty()) add(attendee->person, line.place);
  return true;
}

bool AttendanceReader::is_stray(const TextLine& line) const {
  const auto attendee = read_flat_attendee(line.text, rules_.vocabulary);
  return attendee && !attendee->organisation.empty() && !attendee->person.empty() &&
         !meeting_.attendance.empty();
}

void AttendanceReader::take_stray(const TextLine& line) {
  const auto last = std::find_if(meeting_.attendance.rbegin(), meeting_.attendance.rend(),
                                 [](const Attendee& attendee) { return !attendee.apology; });
  apologies_ = last == meeting_.attendance.rend();
  category_ = apologies_ ? "" : last->category;
  const std::size_t before = meeting_.attendance.size();
  take_flat(line);
  auto& all = meeting_.attendance;
  if (all.size() > before) {
    std::rotate(std::find_if(all.begin(), all.end() - 1, is_apology), all.end() - 1, all.end());
  }
  ledger_.findings()
      .warning("import-moved", ledger_.at(line.place),
               "an attendee stood in the middle of the text, and was moved to the attendance list")
      .with_help("see whether the category is right");
}

/// The organisation's words are in the record once somebody stands for it.
void AttendanceReader::begin_organisation(const std::string& organisation, TextPlace place) {
  leave_organisation();
  written_organisation_ = organisation;
  organisation_place_ = place;
  row_ = {};
  row_.organisation = organisation;
  row_.role = take_role(row_.organisation);
  const released::Party* party = rules_.vocabulary.find_party(row_.organisation);
  const bool committee = row_.organisation.empty() ||
                         (party && party == rules_.vocabulary.find_party(rules_.config.committee));
  if (committee) row_.organisation = rules_.config.committee;
}

void AttendanceReader::leave_organisation() {
  if (!written_organisation_.empty()) {
    ledger_.leave_unresolved(written_organisation_, organisation_place_);
  }
  written_organisation_.clear();
}

void AttendanceReader::add(const std::string& person, TextPlace place) {
  if (person.size() > kLongestPerson || levels_.are_marked_in(person)) {
    return ledger_.leave_unresolved(person, place);
  }
  Attendee attendee = read_person(person);
  std::string said = attendee.name + " " + attendee.alternate_for + " " + attendee.role;
  for (const std::string& item : attendee.items) said += " " + item;
  ledger_.rewrite("attendance-label", person, said, place);
  attendee.organisation = row_.organisation;
  const std::string written = row_.organisation + " " + row_.role;
  if (written_organisation_.empty()) {
    ledger_.write_own(row_.organisation);
  } else {
    ledger_.rewrite("attendance-label", written_organisation_, written, organisation_place_);
    if (attendee.role.empty()) {
      attendee.role = row_.role;
    } else if (!row_.role.empty()) {
      attendee.role = row_.role + ", " + attendee.role;
    }
  }
  written_organisation_.clear();
  attendee.apology |= apologies_;
  attendee.category = apologies_ ? known_category(attendee.organisation) : category_;
  ledger_.write_own(attendee.category);
  if (!attendee.category.empty()) categories_.emplace(attendee.organisation, attendee.category);
  meeting_.attendance.push_back(std::move(attendee));
}

/// The category in which the organisation's other people attended, or else the first one.
std::string AttendanceReader::known_category(const std::string& organisation) const {
  const auto same = categories_.find(organisation);
  if (same != categories_.end()) return same->second;
  return meeting_.attendance.empty() ? "" : meeting_.attendance.front().category;
}

void AttendanceReader::finish() {
  leave_organisation();
}

}  // namespace opsg::importing
