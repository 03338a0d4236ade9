#include "level_claims.h"

#include <algorithm>
#include <array>

namespace opsg::restricted {
namespace {

using Words = std::span<const SourceWord>;
using WordList = std::span<const std::string_view>;

constexpr std::string_view kClassified = "classified";
constexpr std::string_view kRated = "rated";

constexpr std::array<std::string_view, 7> kClaims = {
    kClassified, "classification", "marking", "marked", "labelled", "labeled", kRated};
constexpr std::array<std::string_view, 2> kLabels = {"classification", "marking"};
constexpr std::array<std::string_view, 8> kKindsOfLabel = {
    "security", "document", "protective", "information", "data", "paper", "handling", "tlp"};

constexpr std::array<std::string_view, 3> kItems = {"item", "items", "agenda"};
/// What the text at hand can be called, or a part of it.
constexpr std::array<std::string_view, 11> kThisText = {
    "section", "sections", "paragraph", "paragraphs", "headlines", "information",
    "minutes", "page",     "pages",     "annex",      "appendix"};
/// What other documents are called as well.
constexpr std::array<std::string_view, 12> kDocuments = {
    "document", "documents", "paper", "papers", "record",     "records",
    "report",   "reports",   "note",  "notes",  "attachment", "attachments"};

constexpr std::array<std::string_view, 2> kNow = {"is", "are"};
constexpr std::array<std::string_view, 4> kBefore = {"was", "were", "been", "be"};

bool is_one_of(std::string_view word, WordList list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Of the sentence that `at` stands in, behind its number.
std::size_t sentence_begin(Words words, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && words[first].gap == WordGap::joined) --first;
  while (first < at && is_number(words[first].text)) ++first;
  return first;
}

enum class Subject { other, document, this_text, item };

Subject subject_called(std::string_view noun) {
  if (is_one_of(noun, kItems)) return Subject::item;
  if (is_one_of(noun, kThisText)) return Subject::this_text;
  return is_one_of(noun, kDocuments) ? Subject::document : Subject::other;
}

/// "This paper", "These minutes", "The following section", "This agenda item"; "the report" is
/// another one where its past is told.
Subject subject_at(Words words, std::size_t first, std::size_t end, bool now) {
  if (first + 1 >= end) return Subject::other;
  const std::string_view determiner = words[first].text;
  const bool follows = words[first + 1].text == "following";
  const bool pointed_at = determiner == "this" || determiner == "these" || follows;
  if (!pointed_at && determiner != "the" && determiner != "following") return Subject::other;
  const std::size_t noun = first + (follows ? 2 : 1);
  if (noun >= end) return Subject::other;
  const Subject subject = subject_called(words[noun].text);
  const bool another = subject == Subject::document && !pointed_at && determiner == "the" && !now;
  return another ? Subject::other : subject;
}

/// Where a form of "to be" stands before `at`, with a word between at most: "is hereby".
std::optional<std::size_t> find_verb(Words words, std::size_t at) {
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    if (words[at - back + 1].gap != WordGap::joined) break;
    const std::string_view word = words[at - back].text;
    if (is_one_of(word, kNow) || is_one_of(word, kBefore)) return at - back;
  }
  return std::nullopt;
}

/// Within a sentence of another, what is said must follow at once: "Note that this paper is".
Subject subject_before(Words words, std::size_t verb) {
  const bool now = is_one_of(words[verb].text, kNow);
  const std::size_t begin = sentence_begin(words, verb);
  if (const Subject own = subject_at(words, begin, verb, now); own != Subject::other) return own;
  if (!now || verb < begin + 2) return Subject::other;
  const std::string_view determiner = words[verb - 2].text;
  const bool pointed_at = determiner == "this" || determiner == "these";
  return pointed_at ? subject_called(words[verb - 1].text) : Subject::other;
}

Subject subject_of(Words words, std::size_t at) {
  const auto verb = find_verb(words, at);
  return verb ? subject_before(words, *verb) : Subject::other;
}

bool begins_line(Words words, std::size_t at) {
  return at == 0 || words[at].line != words[at - 1].line;
}

bool begins_sentence_or_item(Words words, std::size_t at) {
  if (at == 0) return true;
  const WordGap gap = words[at].gap;
  return gap == WordGap::paragraph || gap == WordGap::dot ||
         (gap == WordGap::broken && begins_line(words, at));
}

/// "Classification: ", "Document classification", "Marking"
std::optional<ClaimLead> label_lead(Words words, std::size_t at) {
  const bool named = at > 0 && words[at].gap == WordGap::joined && !begins_line(words, at) &&
                     is_one_of(words[at - 1].text, kKindsOfLabel);
  const std::size_t first = named ? at - 1 : at;
  if (!begins_line(words, first) && !begins_sentence_or_item(words, first)) return std::nullopt;
  if (words[at + 1].gap == WordGap::broken) return ClaimLead{1, false};
  const bool same_line = words[at + 1].gap == WordGap::joined && !begins_line(words, at + 1);
  return same_line ? std::optional(ClaimLead{1, true}) : std::nullopt;
}

bool is_said_of_this(Words words, std::size_t at) {
  const Subject subject = subject_of(words, at);
  // An item can be rated for its progress.
  const bool status = words[at].text == kRated && subject == Subject::item;
  return subject != Subject::other && !status;
}

}  // namespace

std::optional<ClaimLead> claim_lead(Words words, std::size_t at) {
  if (at + 1 >= words.size() || !is_one_of(words[at].text, kClaims)) return std::nullopt;
  if (is_one_of(words[at].text, kLabels)) return label_lead(words, at);
  const SourceWord& next = words[at + 1];
  const bool of_this = is_said_of_this(words, at);
  const bool heads = words[at].text != kRated && begins_sentence_or_item(words, at);
  if (!of_this && !heads) return std::nullopt;
  const bool as = next.text == "as" && (of_this || words[at].text == kClassified);
  if (as) return ClaimLead{2, false};
  const bool colon = next.gap == WordGap::broken;
  return of_this || colon ? std::optional(ClaimLead{1, false}) : std::nullopt;
}

bool is_told_of_this(Words words, std::size_t at) {
  return subject_of(words, at) != Subject::other;
}

bool names_label(std::string_view word) {
  constexpr std::array<std::string_view, 5> kHeadings = {"classification", "marking", "label",
                                                         "handling", "tlp"};
  return is_one_of(word, kHeadings);
}

bool belongs_to_label(std::string_view word) {
  return names_label(word) || is_one_of(word, kKindsOfLabel) || word == "level";
}

std::span<const std::string_view> words_of_claims() {
  return kClaims;
}

}  // namespace opsg::restricted
