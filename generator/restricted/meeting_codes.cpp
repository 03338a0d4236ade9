#include "meeting_codes.h"

#include <fmt/format.h>

#include <algorithm>

#include "text.h"

namespace opsg::restricted {
namespace {

std::string folded_code(std::string_view code) {
  std::string folded = ascii_lower(code);
  std::replace(folded.begin(), folded.end(), '_', ' ');
  return collapse_space(folded);
}

}  // namespace

MeetingCodes::MeetingCodes(const std::vector<LabelledMeeting>& meetings) {
  Diagnostics reported_already;
  for (const LabelledMeeting& meeting : meetings) add(meeting, reported_already);
}

void MeetingCodes::add(const LabelledMeeting& meeting, Diagnostics& diagnostics) {
  if (const TomlValue* code = meeting.facts.find("code")) add_spelling(meeting, *code, diagnostics);
  const TomlValue* also = meeting.facts.find("also");
  if (!also || !also->array()) return;
  for (const TomlValue& spelling : *also->array()) add_spelling(meeting, spelling, diagnostics);
}

void MeetingCodes::add_spelling(const LabelledMeeting& meeting, const TomlValue& value,
                                Diagnostics& diagnostics) {
  if (!value.string() || trim(*value.string()).empty()) return;
  const auto [at, is_new] =
      by_code_.emplace(folded_code(*value.string()),
                       Known{meeting.slug, *value.string(), meeting.label, value.span()});
  if (is_new || at->second.slug == meeting.slug) return;
  diagnostics
      .error("meeting-duplicate", value.span(),
             fmt::format("another meeting has the code `{}`", *value.string()))
      .note("it is used here", at->second.span)
      .with_help("give each meeting codes of its own");
}

const std::string* MeetingCodes::find_slug(std::string_view code) const {
  const auto at = by_code_.find(folded_code(code));
  return at == by_code_.end() ? nullptr : &at->second.slug;
}

std::string MeetingCodes::nearest_code(std::string_view code, Level label) const {
  std::vector<std::string> folded;
  for (const auto& [key, known] : by_code_) {
    if (known.label <= label) folded.push_back(key);
  }
  const auto meant = nearest(folded_code(code), folded);
  return meant ? by_code_.find(*meant)->second.code : std::string();
}

}  // namespace opsg::restricted
