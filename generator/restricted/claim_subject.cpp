#include "claim_subject.h"

#include "ascii.h"
#include "word_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace opsg::restricted {
namespace {

using Words = std::span<const SourceWord>;

constexpr std::array<std::string_view, 5> kRated = {"item", "items", "agenda", "report", "reports"};
constexpr std::array<std::string_view, 11> kParts = {
    "section", "sections", "paragraph", "paragraphs", "headlines", "information",
    "minutes", "page",     "pages",     "annex",      "appendix"};
/// Other documents are called so as well.
constexpr std::array<std::string_view, 10> kDocuments = {
    "document", "documents", "paper", "papers",     "record",
    "records",  "note",      "notes", "attachment", "attachments"};
constexpr std::array<std::string_view, 2> kNow = {"is", "are"};
constexpr std::array<std::string_view, 4> kBefore = {"was", "were", "been", "be"};

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_digit);
}

bool points(std::string_view word) {
  return word == "this" || word == "these";
}

/// Of the sentence that `at` stands in, behind its number; of a long one, somewhere in it.
std::size_t sentence_begin(Words words, std::size_t at) {
  constexpr std::size_t kLongest = 100;  // Words, so that no text takes quadratic time.
  const std::size_t limit = at > kLongest ? at - kLongest : 0;
  std::size_t first = at;
  while (first > limit && words[first].gap == WordGap::joined) --first;
  while (first < at && is_number(words[first].text)) ++first;
  return first;
}

Subject subject_called(std::string_view noun) {
  if (is_one_of(noun, kRated)) return Subject::rated;
  if (is_one_of(noun, kParts)) return Subject::part;
  return is_one_of(noun, kDocuments) ? Subject::document : Subject::other;
}

/// "This is", "The following is", "What follows is"
bool is_pronoun(Words subject) {
  if (subject.size() == 1) return points(subject[0].text);
  if (subject.size() != 2) return false;
  return (subject[0].text == "the" && subject[1].text == "following") ||
         (subject[0].text == "what" && subject[1].text == "follows");
}

/// "This paper", "These minutes of 1 May", "The following section"; "the report" is another one
/// where its past is told.
ClaimSubject read_subject(Words subject, bool now) {
  if (is_pronoun(subject)) return {now ? Subject::rated : Subject::other, true, now};
  if (subject.size() < 2) return {};
  const bool follows = subject[1].text == "following";
  const bool pointed_at = points(subject[0].text) || follows;
  if (!pointed_at && subject[0].text != "the") return {};
  const std::size_t noun = follows ? 2 : 1;
  if (noun >= subject.size()) return {};
  const Subject called = subject_called(subject[noun].text);
  const bool part = called == Subject::part || subject[noun].text.starts_with("item");
  const bool another = !pointed_at && !now && !part;
  return {another ? Subject::other : called, pointed_at, now};
}

std::optional<std::size_t> find_verb(Words words, std::size_t at) {
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    if (words[at - back + 1].gap != WordGap::joined) break;
    const std::string_view word = words[at - back].text;
    if (is_one_of(word, kNow) || is_one_of(word, kBefore)) return at - back;
  }
  return std::nullopt;
}

}  // namespace

ClaimSubject subject_before(Words words, std::size_t at) {
  const auto verb = find_verb(words, at);
  if (!verb) return {};
  const bool now = is_one_of(words[*verb].text, kNow);
  const std::size_t begin = sentence_begin(words, *verb);
  const ClaimSubject own = read_subject(words.subspan(begin, *verb - begin), now);
  if (own.subject != Subject::other || !now || *verb < begin + 2) return own;
  // Within the sentence of another, what is said must follow at once.
  const bool pointed_at = points(words[*verb - 2].text);
  return {pointed_at ? subject_called(words[*verb - 1].text) : Subject::other, pointed_at, now};
}

ClaimSubject subject_of_verb(Words words, std::size_t verb) {
  if (words[verb].gap != WordGap::joined) return {};
  const std::size_t begin = sentence_begin(words, verb);
  return read_subject(words.subspan(begin, verb - begin), true);
}

}  // namespace opsg::restricted
