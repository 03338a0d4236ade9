#include "coming_meetings.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

#include "canonical_words.h"
#include "line_shapes.h"
#include "text.h"
#include "written_dates.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kLongest = 1000;  ///< Of a paragraph that announces meetings, in bytes.

std::string capitalised(const std::string& text) {
  if (text.empty()) return text;
  return ascii_upper(text.substr(0, 1)) + ascii_lower(text.substr(1));
}

/// Takes the first announcement out of the text.
std::optional<ComingMeeting> take_first(std::string& text) {
  static const RE2 pattern(
      R"((?i)\b((?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?next)\s+(?:([a-z]+(?:\s[a-z]+)?)\s+)?(meetings?(?:\s+(?:is|will\s+be|held|to\s+be|scheduled|on|for))*)\s*[:–-]?\s*)");
  re2::StringPiece before_kind;
  std::string kind;
  re2::StringPiece behind_kind;
  if (!RE2::PartialMatch(text, pattern, &before_kind, &kind, &behind_kind)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(before_kind.data() - text.data());
  std::size_t end = static_cast<std::size_t>(behind_kind.data() - text.data()) + behind_kind.size();
  const auto date = find_date(std::string_view(text).substr(end));
  static const RE2 gap(R"([\s:–-]*)");
  if (!date || !RE2::FullMatch(text.substr(end, date->begin), gap)) return std::nullopt;
  end += date->begin + date->length;
  text.erase(begin, end - begin);
  return ComingMeeting{capitalised(kind), date->date};
}

}  // namespace

bool take_coming_meetings(const std::string& written, TextPlace place, MeetingRecord& meeting,
                          ImportLedger& ledger) {
  if (written.size() > kLongest) return false;
  std::string text = without_emphasis(written);
  std::vector<ComingMeeting> announced;
  while (auto next = take_first(text)) announced.push_back(std::move(*next));
  const bool nothing_else = canonical_words(text).empty();
  std::string added;
  for (const ComingMeeting& each : announced) {
    if (std::find(meeting.next.begin(), meeting.next.end(), each) != meeting.next.end()) continue;
    added += each.kind + " " + iso_date(each.date) + " ";
    meeting.next.push_back(each);
  }
  if (announced.empty()) return false;
  if (!nothing_else) ledger.write_own(added);
  if (nothing_else) ledger.rewrite("field-label", written, added, place);
  return nothing_else;
}

}  // namespace opsg::importing
