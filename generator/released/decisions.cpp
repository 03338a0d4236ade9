#include "decisions.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "ascii.h"
#include "sentences.h"
#include "text.h"
#include "word_list.h"

namespace opsg::released {
namespace {

/// Words that may stand between the committee and its verb wherever in a sentence that is.
constexpr std::array<std::string_view, 18> kAdverbs = {
    "again", "all",   "also", "and",     "both", "but",  "further",   "had",  "has",
    "have",  "hence", "here", "members", "now",  "then", "therefore", "thus", "too"};

/// Between a negation and its verb: "has not yet been".
constexpr std::array<std::string_view, 5> kBesideNegation = {"be", "been", "even", "however",
                                                             "yet"};
constexpr std::array<std::string_view, 5> kNegations = {"cannot", "neither", "never", "nor", "not"};

bool may_be_in_name(char c) {
  return is_word_byte(c) || c == '_';
}

bool is_adverb(std::string_view word) {
  return word.ends_with("ly") || is_one_of(word, kAdverbs);
}

/// Takes adverbs off the end: "The OPSG has also " -> "The OPSG".
std::string_view without_final_adverbs(std::string_view text) {
  text = trim(text);
  while (!text.empty() && is_adverb(last_word(text))) {
    text = trim(text.substr(0, text.size() - last_word(text).size()));
  }
  return text;
}

std::string_view without_article(std::string_view text) {
  text = trim(text);
  return starts_with_ignoring_case(text, "the ") ? trim(text.substr(4)) : text;
}

/// Whether the verb behind this text is what was not done: "The OPSG has not yet ".
bool is_negated(std::string_view before_verb) {
  std::string_view text = trim(before_verb);
  for (;;) {
    while (text.ends_with(',')) text = trim(text.substr(0, text.size() - 1));
    const std::string_view word = last_word(text);
    if (is_one_of(word, kNegations) || word.ends_with("n't") || word.ends_with("n\u2019t")) {
      return true;
    }
    if (word.empty() || !(is_adverb(word) || is_one_of(word, kBesideNegation))) return false;
    text = trim(text.substr(0, text.size() - word.size()));
  }
}

/// Takes off what only joins the item to the next one: "NOTED the report; and".
std::string_view without_joint(std::string_view item) {
  item = trim(item);
  for (const std::string_view joint : {"; and", ", and", "; or", ";", ","}) {
    if (item.ends_with(joint)) return trim(item.substr(0, item.size() - joint.size()));
  }
  return item;
}

/// Whether a verb behind this text goes on with what the verbs before it began: "..., and also".
bool goes_on(std::string_view before_verb) {
  std::string_view text = trim(before_verb);
  while (!text.ends_with(',')) {
    const std::string_view word = last_word(text);
    if (word == "and" || word == "but") return true;
    if (word.empty() || !is_adverb(word)) return false;
    text = trim(text.substr(0, text.size() - word.size()));
  }
  return true;
}

/// One decision for each verb of a sentence or item, however often it is in it.
void add_once(std::vector<FoundDecision>& decisions, const std::vector<std::string_view>& verbs,
              const std::string& subject) {
  for (const std::string_view written : verbs) {
    std::string verb = ascii_lower(written);
    const bool known = std::any_of(decisions.begin(), decisions.end(),
                                   [&](const auto& other) { return other.verb == verb; });
    if (!known) decisions.push_back({std::move(verb), subject, std::string(written)});
  }
}

}  // namespace

DecisionFinder::DecisionFinder(const SiteConfig& config, const Vocabulary& vocabulary)
    : verbs_(config.decision_verbs), committee_names_{config.committee} {
  if (const Party* party = vocabulary.find_party(config.committee)) {
    committee_names_.push_back(party->name);
    committee_names_.insert(committee_names_.end(), party->also.begin(), party->also.end());
  }
  std::erase(committee_names_, std::string());
}

bool DecisionFinder::is_verb(std::string_view word) const {
  return std::find(verbs_.begin(), verbs_.end(), ascii_lower(word)) != verbs_.end();
}

/// "NOTED", "NOTED and AGREED"; nothing where any other word is bold too.
std::vector<std::string_view> DecisionFinder::verbs_in(std::string_view bold) const {
  std::vector<std::string_view> verbs;
  std::size_t at = 0;
  while ((at = bold.find_first_not_of(" ,;:./&", at)) != std::string_view::npos) {
    const std::size_t end = std::min(bold.find_first_of(" ,;:./&", at), bold.size());
    const std::string_view word = bold.substr(at, end - at);
    at = end;
    if (word == "and") continue;
    if (!is_verb(word)) return {};
    verbs.push_back(word);
  }
  return verbs;
}

/// A capitalised word behind the name makes it somebody else: "The OPSG Chair noted".
bool DecisionFinder::begins_with_committee(std::string_view sentence) const {
  const std::string_view text = without_article(sentence);
  for (const std::string& name : committee_names_) {
    if (!starts_with_ignoring_case(text, name)) continue;
    const std::string_view rest = text.substr(name.size());
    if (rest.empty()) return true;
    if (may_be_in_name(rest[0]) || rest[0] == '\'' || rest[0] == '/' || rest[0] == '-') continue;
    const std::string_view next = trim(rest);
    const std::string_view word = next.substr(0, next.find(' '));
    if (next.empty() || !is_ascii_upper(next[0]) || is_verb(word)) return true;
  }
  return false;
}

bool DecisionFinder::ends_with_committee(std::string_view text) const {
  const std::string_view end = without_final_adverbs(text);
  return std::any_of(committee_names_.begin(), committee_names_.end(), [&](const auto& name) {
    if (!end.ends_with(name)) return false;
    return end.size() == name.size() || !may_be_in_name(end[end.size() - name.size() - 1]);
  });
}

bool DecisionFinder::has_committee_as_subject(std::string_view before_verb) const {
  return begins_with_committee(before_verb) || ends_with_committee(before_verb);
}

std::vector<FoundDecision> DecisionFinder::in_sentences(const InlineText& paragraph) const {
  std::vector<FoundDecision> decisions;
  if (paragraph.bold.empty()) return decisions;
  std::size_t next = 0;
  for (const auto& [begin, end] : sentences_of(paragraph.text)) {
    const std::string sentence =
        collapse_space(std::string_view(paragraph.text).substr(begin, end - begin));
    std::vector<FoundDecision> found;
    bool negated = false;
    for (; next < paragraph.bold.size() && paragraph.bold[next].begin < end; ++next) {
      const auto& bold = paragraph.bold[next];
      const auto verbs = verbs_in(paragraph.bold_text(bold));
      const auto before = std::string_view(paragraph.text).substr(begin, bold.begin - begin);
      if (verbs.empty() || bold.begin < begin) continue;
      negated = is_negated(before) || (negated && last_word(trim(before)) == "or");
      if (negated) continue;
      const bool decided = !found.empty() && goes_on(before);
      if (decided || has_committee_as_subject(before)) add_once(found, verbs, sentence);
    }
    std::move(found.begin(), found.end(), std::back_inserter(decisions));
  }
  return decisions;
}

std::vector<FoundDecision> DecisionFinder::in_list_item(const InlineText& paragraph) const {
  std::vector<FoundDecision> decisions;
  if (paragraph.bold.empty()) return decisions;
  const std::string item = collapse_space(without_joint(paragraph.text));
  for (const InlineText::Range& bold : paragraph.bold) {
    const auto before = std::string_view(paragraph.text).substr(0, bold.begin);
    const bool leads = without_final_adverbs(before).empty();
    if (!leads && decisions.empty()) break;
    if (is_negated(before)) continue;
    add_once(decisions, verbs_in(paragraph.bold_text(bold)), item);
  }
  return decisions;
}

bool DecisionFinder::introduces_decisions(const InlineText& paragraph) const {
  std::string_view text = trim(paragraph.text);
  if (!text.ends_with(':')) return false;
  text.remove_suffix(1);
  return ends_with_committee(text);
}

}  // namespace opsg::released
