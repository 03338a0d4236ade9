#include "action_spelling.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ascii.h"
#include "inline_text.h"
#include "markdown_blocks.h"
#include "normalised_text.h"
#include "party_list.h"
#include "text.h"
#include "word_list.h"

namespace opsg::released {
namespace {

constexpr std::size_t kMostWordsOfOwner = 5;

bool begins_with_dash(std::string_view text) {
  return text.starts_with('-') || text.starts_with("\u2013") || text.starts_with("\u2014");
}

/// "Secretariat to draft the plan", but not "OPSG to be reviewed", nor what an id is meant in.
bool gives_a_task(std::string_view text) {
  const std::vector<std::string_view> words = split(text, ' ');
  for (std::size_t i = 0; i <= kMostWordsOfOwner && i + 1 < words.size(); ++i) {
    if (words[i] == "to") return i > 0 && words[i + 1] != "be";
    if (words[i].find(':') != std::string_view::npos || has_ascii_digit(words[i])) return false;
  }
  return false;
}

/// "Secretariat", "the DCC", "SECAS and Large Suppliers": capitals, and what joins them.
bool names_somebody(std::string_view text) {
  const std::vector<std::string_view> words = split(trim(text), ' ');
  const auto is_joint = [](std::string_view word) {
    return equals_ignoring_case(word, "the") || word == "and" || word == "&";
  };
  const auto is_name = [](std::string_view word) {
    return !word.empty() && is_ascii_upper(word[0]) && !has_ascii_digit(word);
  };
  return words.size() <= kMostWordsOfOwner &&
         std::any_of(words.begin(), words.end(),
                     [&](auto word) { return is_name(word) && !is_joint(word); }) &&
         std::all_of(words.begin(), words.end(),
                     [&](auto word) { return is_name(word) || is_joint(word); });
}

/// "DCC to report", but not "Updates were given to the members".
bool gives_somebody_a_task(std::string_view text) {
  const auto to = text.find(" to ");
  return gives_a_task(text) && to != std::string_view::npos && names_somebody(text.substr(0, to));
}

/// "ACTION. ...", "ACTION (Secretariat) ..."
bool has_mark_behind(std::string_view text, std::string_view keyword) {
  if (!text.starts_with(keyword)) return false;
  const std::string_view rest = trim(text.substr(keyword.size()));
  return !rest.empty() && std::string_view(".;(").find(rest.front()) != std::string_view::npos;
}

/// "for the Secretariat: ...", "on the DCC: ..."
bool is_for_somebody(std::string_view rest, const Vocabulary& vocabulary) {
  const bool is_for = rest.starts_with("for ");
  if (!is_for && !rest.starts_with("on ")) return false;
  const std::size_t colon = rest.find(": ");
  if (colon == std::string_view::npos) return false;
  const std::string_view name = rest.substr(0, colon).substr(rest.find(' ') + 1);
  return (is_for && names_somebody(name)) || read_party_list(name, vocabulary).all_known();
}

/// What follows "Actions:"; nothing where the text begins otherwise.
std::optional<std::string_view> after_plural(std::string_view text, std::string_view keyword) {
  if (!starts_with_ignoring_case(text, keyword)) return std::nullopt;
  text.remove_prefix(keyword.size());
  if (!text.starts_with("s:") && !text.starts_with("S:")) return std::nullopt;
  return trim(text.substr(2));
}

/// "draft the plan", "to draft a plan"; not "none this time" nor "see the log".
bool is_a_task_of_nobody(std::string_view text) {
  constexpr std::array<std::string_view, 3> kArticles = {"a", "an", "the"};
  constexpr std::array<std::string_view, 19> kNoTask = {
      "after", "all", "as",  "at", "before", "below", "both",  "by",     "during", "for",
      "from",  "in",  "not", "of", "on",     "see",   "under", "within", "with"};
  const std::string lower = ascii_lower(text);
  std::vector<std::string_view> words = split(lower, ' ');
  if (words[0] == "to") words.erase(words.begin());
  if (words.size() < 3 || !is_one_of(words[1], kArticles) || is_one_of(words[0], kNoTask)) {
    return false;
  }
  return !words[0].ends_with("ed") && !words[0].ends_with("ing") && !has_ascii_digit(words[0]);
}

std::string_view without_new(std::string_view text) {
  constexpr std::string_view kNew = "new ";
  return starts_with_ignoring_case(text, kNew) ? text.substr(kNew.size()) : text;
}

}  // namespace

std::optional<AfterKeyword> after_keyword(std::string_view text, std::string_view keyword) {
  text = trim(text);
  if (keyword.empty() || !starts_with_ignoring_case(text, keyword)) return std::nullopt;
  AfterKeyword after{text.substr(keyword.size()), false, text.starts_with(keyword)};
  const std::string_view trimmed = trim(after.rest);
  after.colon = trimmed.starts_with(':');
  const bool parted = after.colon || trimmed.size() < after.rest.size();
  after.rest = after.colon ? trim(trimmed.substr(1)) : trimmed;
  return parted ? std::optional(after) : std::nullopt;
}

bool looks_like_id(std::string_view text) {
  constexpr std::size_t kLongestId = 32;
  return !text.empty() && text.size() <= kLongestId && (text[0] < 'a' || text[0] > 'z') &&
         has_ascii_digit(text);
}

bool looks_raised(std::string_view text, std::string_view keyword, const Vocabulary& vocabulary) {
  text = trim(text);
  const std::string_view named = without_new(text);
  if (has_mark_behind(text, keyword)) return true;
  if (const auto rest = after_plural(named, keyword)) {
    return gives_somebody_a_task(*rest) || is_a_task_of_nobody(*rest);
  }
  const auto after = after_keyword(named, keyword);
  if (!after || after->rest.empty()) return false;
  if (named.size() < text.size()) return after->colon || after->exact;
  if (!after->colon && is_for_somebody(after->rest, vocabulary)) return true;
  if (!after->exact) return after->colon;
  if (!after->colon && gives_a_task(after->rest)) return true;
  return begins_with_dash(after->rest) &&
         !looks_like_id(after->rest.substr(0, after->rest.find(':')));
}

bool introduces_tasks(const MarkdownNode* paragraph, std::string_view text,
                      std::string_view keyword) {
  const std::string_view named = without_new(trim(text));
  const auto after = after_keyword(named, keyword);
  const auto plural = after_plural(named, keyword);
  const bool introduces = (after && !after->exact && after->colon && after->rest.empty()) ||
                          (plural && plural->empty());
  const MarkdownNode* list = introduces ? next_block(paragraph) : nullptr;
  if (!list || !list->is(MarkdownKind::list)) return false;
  const std::string first = plain_text(list->first_child());
  return gives_somebody_a_task(NormalisedText(first).text());
}

}  // namespace opsg::released
