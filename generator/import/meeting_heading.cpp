#include "meeting_heading.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "canonical_words.h"
#include "line_shapes.h"
#include "text.h"
#include "text_pattern.h"
#include "written_dates.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kMostFactWords = 20;
constexpr std::size_t kMostWordsOfPlace = 12;

/// Words that may stand around the facts and say nothing more.
const std::vector<std::string>& common_title_words() {
  static const std::vector<std::string> words = {
      "meeting", "meetings", "minutes", "headlines", "draft",    "final",  "agenda",
      "of",      "the",      "on",      "held",      "at",       "from",   "date",
      "time",    "number",   "no",      "for",       "and",      "ref",    "sec",
      "code",    "smart",    "energy",  "confirmed", "approved", "version"};
  return words;
}

/// Takes `length` bytes out of the text and returns them.
std::string cut(std::string& text, std::size_t begin, std::size_t length) {
  std::string taken = text.substr(begin, length);
  text.replace(begin, length, " ");
  return taken;
}

}  // namespace

struct MeetingHeading::Facts {
  std::optional<Date> date;
  std::string date_text;
  std::optional<FoundTimes> times;
  std::string times_text;
  std::string code;
  std::string kind;
  std::string status;
  std::string rest;
};

struct MeetingHeading::DatedPlace {
  Facts facts;
  std::string others;  ///< Words of titles.
  std::string place;
};

MeetingHeading::MeetingHeading(const ImportRules& rules, MeetingRecord& meeting,
                               ImportLedger& ledger)
    : rules_(rules),
      meeting_(meeting),
      ledger_(ledger),
      levels_(Level{}, rules),
      title_words_(common_title_words()) {
  const auto add = [this](std::string_view text) {
    for (std::string& word : canonical_words(text)) title_words_.push_back(std::move(word));
  };
  add(rules.config.title);
  add(rules.config.committee);
  if (const released::Party* party = rules.vocabulary.find_party(rules.config.committee)) {
    add(party->title);
    for (const std::string& name : party->also) add(name);
  }
}

bool MeetingHeading::is_title_word(const std::string& word) const {
  return std::find(title_words_.begin(), title_words_.end(), word) != title_words_.end();
}

bool MeetingHeading::is_title(std::string_view text) const {
  const std::vector<std::string> words = canonical_words(text);
  return std::all_of(words.begin(), words.end(),
                     [this](const auto& word) { return is_title_word(word); });
}

/// Takes the meeting's code out of the text: behind the committee's name or "Meeting", or with a
/// date's digits behind it.
std::string MeetingHeading::find_code(std::string& text) const {
  const RE2 named(fmt::format(
      R"((?i)(?:\b(?:{}|meeting))(?:\s+meeting)?(?:\s+(?:no\.?|number|ref\.?))?[\s_:-]*(\d{{1,3}}x*(?:_\d{{4}})?)(?:\b|_))",
      committee_names(rules_.config, rules_.vocabulary)));
  static const RE2 bare(R"((?:\b|_)(\d{1,3}x*_\d{4})\b)");
  re2::StringPiece found;
  if (!RE2::PartialMatch(text, named, &found) && !RE2::PartialMatch(text, bare, &found)) return {};
  return cut(text, static_cast<std::size_t>(found.data() - text.data()), found.size());
}

MeetingHeading::Facts MeetingHeading::find_facts(const std::string& text) const {
  static const RE2 document(R"((?i)\b(headlines|minutes|agenda)\b)");
  static const RE2 status(R"((?i)\b(draft|final|confirmed|approved)\b)");
  Facts facts;
  facts.rest = text;
  if (const auto date = find_date(facts.rest)) {
    facts.date = date->date;
    facts.date_text = cut(facts.rest, date->begin, date->length);
  }
  facts.code = find_code(facts.rest);
  facts.times = find_times(facts.rest);
  if (facts.times) {
    facts.times_text = cut(facts.rest, facts.times->begin, facts.times->length);
  }
  RE2::PartialMatch(facts.rest, document, &facts.kind);
  if (RE2::PartialMatch(facts.rest, status, &facts.status)) {
    facts.status = ascii_lower(facts.status) == "draft" ? "draft" : "final";
  }
  facts.kind = ascii_lower(facts.kind);
  return facts;
}

bool MeetingHeading::take(const TextLine& line) {
  if (line.is_row() || canonical_words(line.text).size() > kMostFactWords) return false;
  const Facts facts = find_facts(without_emphasis(line.text));
  if (!is_title(facts.rest)) return false;
  const std::string parts =
      facts.date_text + " " + facts.times_text + " " + facts.code + " " + facts.rest;
  ledger_.rewrite("title", line.text, parts, line.place);
  keep(facts, line.place);
  ledger_.drop("title", facts.rest, line.place);
  return true;
}

void MeetingHeading::keep(const Facts& facts, TextPlace place) {
  if (facts.date && meeting_.date) ledger_.drop("title", facts.date_text, place);
  if (facts.date && !meeting_.date) {
    meeting_.date = facts.date;
    ledger_.rewrite("title", facts.date_text, iso_date(*facts.date), place);
  }
  if (facts.times && meeting_.start) ledger_.drop("title", facts.times_text, place);
  if (facts.times && !meeting_.start) {
    meeting_.start = facts.times->start;
    meeting_.end = facts.times->end;
    std::string written = fmt::format("{}:{:02}", meeting_.start->hour, meeting_.start->minute);
    if (meeting_.end) written += fmt::format(" {}:{:02}", meeting_.end->hour, meeting_.end->minute);
    ledger_.rewrite("title", facts.times_text, written, place);
  }
  if (!facts.code.empty()) keep_code(facts, place);
  if (!facts.kind.empty()) kind_ = facts.kind;
  if (!facts.status.empty() && status_ != "draft") status_ = facts.status;
}

/// "41_2501" is called "OPSG 41" too, and "OPSG_41".
void MeetingHeading::keep_code(const Facts& facts, TextPlace place) {
  if (!meeting_.code.empty()) {
    if (meeting_.code != facts.code) {
      ledger_.findings().warning("import-code-differs", ledger_.at(place),
                                 fmt::format("the meeting is called `{}` here, and `{}` above",
                                             facts.code, meeting_.code));
    }
    return ledger_.drop("title", facts.code, place);
  }
  meeting_.code = facts.code;
  const std::string number = facts.code.substr(0, facts.code.find('_'));
  if (number == facts.code) return;
  for (const std::string_view joint : {" ", "_"}) {
    meeting_.also.push_back(fmt::format("{}{}{}", rules_.config.committee, joint, number));
    ledger_.write_own(meeting_.also.back());
  }
}

/// What is left between commas is the place, but for words of titles; it follows the rest, or
/// stands before it.
std::optional<MeetingHeading::DatedPlace> MeetingHeading::find_dated_place(
    const std::string& text) const {
  DatedPlace found{find_facts(text), {}, {}};
  const Facts& facts = found.facts;
  if (!(facts.date || facts.times) || !facts.code.empty() || !facts.kind.empty()) return {};
  bool ended = false;
  for (const std::string_view part : split(facts.rest, ',')) {
    if (is_title(part)) {
      found.others += std::string(part) + ' ';
      ended = !found.place.empty();
    } else if (ended) {
      return {};
    } else {
      found.place += (found.place.empty() ? "" : ", ") + collapse_space(part);
    }
  }
  return found;
}

/// What labels the document, or begins with a title of its own, is none.
bool MeetingHeading::can_be_place(const std::string& text) const {
  return !text.empty() && text.find(':') == std::string::npos &&
         levels_.find_in_prose(text).empty();
}

/// "Thursday 19 March 2026, 10:00 - 11:30, Village Hall"
bool MeetingHeading::take_dated_place(const TextLine& line, const std::string& text) {
  const auto found = find_dated_place(text);
  if (!found || !can_be_place(found->place) || !(found->facts.date || meeting_.date)) return false;
  const std::string parts = found->facts.date_text + " " + found->facts.times_text + " " +
                            found->others + " " + found->place;
  ledger_.rewrite("title", line.text, parts, line.place);
  keep(found->facts, line.place);
  ledger_.drop("title", found->others, line.place);
  meeting_.place = found->place;
  return true;
}

bool MeetingHeading::take_place(const TextLine& line) {
  static const RE2 label(R"((?i)^(?:location|venue|place)\s*:\s*)");
  std::string place = without_emphasis(line.text);
  const bool labelled = RE2::Replace(&place, label, "");
  const bool fits = !line.is_row() && !ends_sentence(place) &&
                    canonical_words(place).size() <= kMostWordsOfPlace && !place.empty();
  if (!meeting_.place.empty() || !fits) return false;
  if (!labelled && take_dated_place(line, place)) return true;
  if ((!labelled && !meeting_.date) || !can_be_place(place)) return false;
  meeting_.place = place;
  if (labelled) ledger_.drop("title", line.text.substr(0, line.text.find(':')), line.place);
  return true;
}

}  // namespace opsg::importing
