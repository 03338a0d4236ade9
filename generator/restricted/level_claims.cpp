#include "level_claims.h"

#include <array>

#include "claim_subject.h"
#include "word_list.h"

namespace opsg::restricted {
namespace {

using Words = std::span<const SourceWord>;

constexpr std::array<std::string_view, 22> kClaims = {
    "classified",  "marked",          "labelled", "labeled",  "rated",          "treated",
    "handled",     "treat",           "handle",   "class",    "classification", "marking",
    "sensitivity", "confidentiality", "label",    "handling", "contain",        "contains",
    "include",     "includes",        "hold",     "holds"};
constexpr std::array<std::string_view, 2> kOrders = {"treat", "handle"};
/// What is said of this text only where its sentence says so.
constexpr std::array<std::string_view, 3> kStates = {"rated", "treated", "handled"};
constexpr std::array<std::string_view, 7> kLabels = {
    "class", "classification", "marking", "sensitivity", "confidentiality", "label", "handling"};
/// Words of other uses, which label only before a colon: "Label: AMBER"
constexpr std::array<std::string_view, 3> kCommonLabels = {"class", "label", "handling"};
constexpr std::array<std::string_view, 6> kHolds = {"contain",  "contains", "include",
                                                    "includes", "hold",     "holds"};
/// What a text may be said to contain of a level; "Amber risks" have a status.
constexpr std::array<std::string_view, 6> kContents = {"information", "material", "content",
                                                       "contents",    "data",     "text"};
constexpr std::array<std::string_view, 9> kKindsOfLabel = {"security",    "document", "protective",
                                                           "information", "data",     "paper",
                                                           "handling",    "tlp",      "item"};

/// Above a column; in a sentence they say nothing.
constexpr std::array<std::string_view, 8> kHeadingsOfLabel = {
    "tlp",         "level",        "protocol",     "circulation",
    "restriction", "restrictions", "distribution", "sharing"};

bool begins_line(Words words, std::size_t at) {
  return at == 0 || words[at].line != words[at - 1].line;
}

bool begins_sentence_or_item(Words words, std::size_t at) {
  if (at == 0) return true;
  const WordGap gap = words[at].gap;
  return gap == WordGap::paragraph || gap == WordGap::dot ||
         (gap == WordGap::broken && begins_line(words, at));
}

/// "Classification: ", "Document classification level: ", "Marking"
std::optional<ClaimLead> label_lead(Words words, std::size_t at) {
  const bool named = at > 0 && words[at].gap == WordGap::joined && !begins_line(words, at) &&
                     is_one_of(words[at - 1].text, kKindsOfLabel);
  const std::size_t first = named ? at - 1 : at;
  if (!begins_line(words, first) && !begins_sentence_or_item(words, first)) return std::nullopt;
  const bool of_level = words[at + 1].text == "level" && words[at + 1].gap == WordGap::joined;
  const std::size_t next = at + (of_level ? 2 : 1);
  if (next >= words.size()) return std::nullopt;
  const bool common = is_one_of(words[at].text, kCommonLabels);
  if (words[next].gap == WordGap::broken) return ClaimLead{next - at, common};
  const bool same_line = words[next].gap == WordGap::joined && !begins_line(words, next);
  return same_line && !common ? std::optional(ClaimLead{next - at, true}) : std::nullopt;
}

/// "Contains", "This section includes some": only a name before "information" is meant.
std::optional<ClaimLead> content_lead(Words words, std::size_t at) {
  const bool alone = begins_sentence_or_item(words, at);
  const ClaimSubject told = alone ? ClaimSubject{} : subject_of_verb(words, at);
  if (!alone && (told.subject == Subject::other || !told.pointed_at)) return std::nullopt;
  const std::string_view next = words[at + 1].text;
  const bool some = next == "some" || next == "only" || next == "the";
  return ClaimLead{some ? std::size_t{2} : std::size_t{1}, false, true};
}

/// How many words say who decided: "by the chair" before "as".
std::size_t words_of_agent(Words words, std::size_t at) {
  constexpr std::size_t kLongest = 6;
  if (at >= words.size() || words[at].text != "by") return 0;
  for (std::size_t i = 0; i <= kLongest && at + i < words.size(); ++i) {
    if (words[at + i].gap != WordGap::joined) break;
    if (words[at + i].text == "as") return i;
  }
  return 0;
}

/// "Treat as", "Please treat this section as"
std::optional<ClaimLead> order_lead(Words words, std::size_t at) {
  const bool please = at > 0 && words[at - 1].text == "please";
  if (!begins_sentence_or_item(words, please ? at - 1 : at)) return std::nullopt;
  constexpr std::size_t kLongest = 3;  // "this section as"
  for (std::size_t i = 1; i <= kLongest && at + i < words.size(); ++i) {
    if (words[at + i].gap != WordGap::joined) break;
    if (words[at + i].text == "as") return ClaimLead{i + 1, false};
    if (i == 1 && words[at + i].text != "this" && words[at + i].text != "these") break;
  }
  return std::nullopt;
}

bool is_said_of_this(Words words, std::size_t at) {
  const Subject subject = subject_before(words, at).subject;
  const bool status = subject == Subject::rated && is_one_of(words[at].text, kStates);
  return subject != Subject::other && !status;
}

/// At the start of a sentence: "Classified as", "Marked: ", "Labelled"
std::optional<ClaimLead> heading_lead(Words words, std::size_t at) {
  const std::string_view verb = words[at].text;
  if (is_one_of(verb, kStates) || !begins_sentence_or_item(words, at)) return std::nullopt;
  const std::size_t agent = words_of_agent(words, at + 1);
  const SourceWord& next = words[at + 1 + agent];
  if (next.text == "as") return ClaimLead{agent + 2, verb != "classified"};
  if (next.gap == WordGap::broken) return ClaimLead{1, false};
  return next.gap == WordGap::joined ? std::optional(ClaimLead{1, true}) : std::nullopt;
}

bool ends_sentence(Words words, std::size_t at) {
  return at == words.size() || words[at].gap != WordGap::joined;
}

}  // namespace

std::optional<ClaimLead> claim_lead(Words words, std::size_t at) {
  if (at + 1 >= words.size() || !is_one_of(words[at].text, kClaims)) return std::nullopt;
  if (is_one_of(words[at].text, kLabels)) return label_lead(words, at);
  if (is_one_of(words[at].text, kOrders)) return order_lead(words, at);
  if (is_one_of(words[at].text, kHolds)) return content_lead(words, at);
  if (!is_said_of_this(words, at)) return heading_lead(words, at);
  const std::size_t agent = words_of_agent(words, at + 1);
  const bool as = words[at + 1 + agent].text == "as";
  return ClaimLead{agent + (as ? std::size_t{2} : std::size_t{1}), false};
}

bool is_content(Words words, std::size_t at) {
  return at < words.size() && words[at].gap == WordGap::joined &&
         is_one_of(words[at].text, kContents);
}

bool is_told_of_this(Words words, std::size_t at, std::size_t count) {
  const ClaimSubject told = subject_before(words, at);
  if (count > 1) return told.subject != Subject::other;
  const bool document = told.subject == Subject::document || told.subject == Subject::part;
  return document && told.pointed_at && told.now && words[at].capital &&
         ends_sentence(words, at + count);
}

bool names_label(std::string_view word) {
  return is_one_of(word, kLabels) || is_one_of(word, kHeadingsOfLabel);
}

bool belongs_to_label(std::string_view word) {
  return names_label(word) || is_one_of(word, kKindsOfLabel) || word == "traffic" ||
         word == "light";
}

std::span<const std::string_view> words_of_claims() {
  return kClaims;
}

}  // namespace opsg::restricted
