#include "label_comments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "folded_markup.h"
#include "label.h"
#include "said_comments.h"
#include "source_words.h"
#include "text.h"
#include "toml_walk.h"
#include "word_list.h"

namespace opsg::restricted {
namespace {

std::string_view line_of(std::string_view file, std::uint32_t number) {
  for (std::uint32_t line = 1; line < number; ++line) {
    const std::size_t end = file.find('\n');
    if (end == std::string_view::npos) return {};
    file.remove_prefix(end + 1);
  }
  return file.substr(0, file.find_first_of("\r\n"));
}

/// Where the comment behind a label begins on its line.
std::optional<std::size_t> find_comment(std::string_view line, const SourceSpan& label) {
  const std::size_t end = label.column - 1 + label.length;
  // An inline table or array may end behind the label.
  const std::size_t mark = line.find_first_not_of(" \t}],", std::min(end, line.size()));
  const bool comment = mark != std::string_view::npos && line[mark] == '#';
  return comment ? std::optional(mark) : std::nullopt;
}

SourceSpan span_of_comment(std::string_view line, std::size_t begin, const SourceSpan& value) {
  return {value.path, value.line, static_cast<std::uint32_t>(begin + 1),
          static_cast<std::uint32_t>(line.size() - begin)};
}

std::optional<NameMatch> other_level_in(std::string_view comment, Level label,
                                        const LevelNames& names) {
  const FoldedMarkup text = fold_markup(comment, {});
  bool first = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_word(text[at]) || (at > 0 && is_word(text[at - 1]))) continue;
    const auto match = names.match(text, at);
    const bool prefixed = match && match->name->has_colon();
    const bool told = match && (prefixed || (!match->misspelt && (first || match->capitals)));
    if (told && match->name->level != label) return match;
    if (match) at = match->end - 1;
    first = false;
  }
  return std::nullopt;
}

bool says_draft(std::string_view comment, const std::vector<SourceWord>& words) {
  constexpr std::array<std::string_view, 8> kBeforeDraft = {"a",    "are",   "is",    "it",
                                                            "only", "still", "these", "this"};
  const auto first = std::find_if_not(words.begin(), words.end(), [&](const SourceWord& word) {
    return is_one_of(word.text, kBeforeDraft);
  });
  return std::any_of(first, words.end(), [&](const SourceWord& word) {
    const bool in_capitals = comment.substr(word.column - 1, word.length) == "DRAFT";
    return word.text == "draft" && (in_capitals || &word == &*first);
  });
}

/// "provisional", "not yet agreed"
bool says_unfinished(const std::vector<SourceWord>& words) {
  constexpr std::array<std::string_view, 4> kUnfinished = {"preliminary", "provisional",
                                                           "unapproved", "unconfirmed"};
  constexpr std::array<std::string_view, 6> kFinished = {"adopted",   "agreed", "approved",
                                                         "confirmed", "final",  "finished"};
  constexpr std::ptrdiff_t kNear = 3;
  if (!words.empty() && is_one_of(words.front().text, kUnfinished)) return true;
  for (auto word = words.begin(); word != words.end(); ++word) {
    const auto end = word + std::min(kNear, words.end() - word);
    if (word->text == "not" && std::any_of(word, end, [&](const SourceWord& each) {
          return is_one_of(each.text, kFinished);
        })) {
      return true;
    }
  }
  return false;
}

/// `key`: what makes the document final, "status" or "adopted".
bool check_status_comment(std::string_view key, const TomlValue& value, std::string_view file,
                          Diagnostics& diagnostics) {
  const std::string_view line = line_of(file, value.span().line);
  const auto begin = find_comment(line, value.span());
  if (!begin) return true;
  const std::string_view comment = line.substr(*begin);
  const std::vector<SourceWord> words = source_words(comment);
  const bool draft = says_draft(comment, words);
  if (!draft && !says_unfinished(words)) return true;
  const bool adopted = key == "adopted";
  diagnostics
      .error("status-comment", span_of_comment(line, *begin, value.span()),
             fmt::format("{}, but the comment behind it says {}", adopted ? "adopted" : "final",
                         draft ? "draft" : "that it is not final"))
      .with_help(
          fmt::format("write `status = \"draft\"`{}, or {}", adopted ? " instead of `adopted`" : "",
                      draft ? "take the word `draft` out of the comment" : "reword the comment"));
  return false;
}

/// The most closed level that the text names, in capitals or not.
std::optional<NameMatch> most_closed_name(std::string_view said, const LevelNames& names) {
  const FoldedMarkup text = fold_markup(ascii_upper(said), {});
  std::optional<NameMatch> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_word(text[at]) || (at > 0 && is_word(text[at - 1]))) continue;
    auto match = names.match_foreign(text, at);
    if (!match) match = names.match(text, at);
    if (!match) continue;
    if (!found || found->name->level < match->name->level) found = match;
  }
  return found;
}

/// Whether the file's label is at least as closed as what its document says of itself.
bool check_said(const TomlTable& table, std::string_view file, const MarkingContext& context,
                Diagnostics& diagnostics) {
  const TomlValue* const label = table.find(kLabelKey);
  const auto level =
      label && label->string() ? context.policy.find_level(*label->string()) : std::nullopt;
  if (!level) return true;
  bool certain = true;
  for (const SaidComment& said : read_said_comments(file)) {
    const auto match = most_closed_name(said.text(), context.names);
    if (!match || match->name->level <= *level) continue;
    certain = false;
    diagnostics
        .error("label-comment", {label->span().path, said.line, 1, said.length},
               fmt::format("labelled {}, but the document says {}", context.policy[*level].name,
                           match->name->capitals))
        .with_help(fmt::format("label it {}; where you have seen that it does not concern what the "
                               "record shows, delete the comment",
                               context.policy[match->name->level].name));
  }
  return certain;
}

bool check_comment(const TomlValue& label, std::string_view file, const MarkingContext& context,
                   Diagnostics& diagnostics) {
  const auto level = label.string() ? context.policy.find_level(*label.string()) : std::nullopt;
  const std::string_view line = line_of(file, label.span().line);
  const auto begin = find_comment(line, label.span());
  if (!level || !begin) return true;
  const std::string_view comment = line.substr(*begin);
  const auto other = other_level_in(comment, *level, context.names);
  if (!other) return true;
  const std::string& told = context.policy[other->name->level].name;
  diagnostics
      .error("label-comment", span_of_comment(line, *begin, label.span()),
             fmt::format("labelled {}, but the comment behind it says {}",
                         context.policy[*level].name, told))
      .with_help(fmt::format("label it {}, or say in the comment no level but the label's", told));
  return false;
}

}  // namespace

bool check_label_comments(const TomlTable& table, std::string_view file,
                          const MarkingContext& context, Diagnostics& diagnostics) {
  if (!context.rules.near_misses) return true;
  bool certain = check_said(table, file, context, diagnostics);
  walk_values(table, Level{}, {context.policy, context.rules}, [&](const LevelledValue& found) {
    if (found.key.name != kLabelKey) return;
    certain = check_comment(found.value, file, context, diagnostics) && certain;
  });
  return certain;
}

bool check_status_comments(const TomlTable& front_matter, std::string_view file,
                           const MarkingContext& context, Diagnostics& diagnostics) {
  if (!context.rules.near_misses) return true;
  bool certain = true;
  for (const std::string_view key : {"status", "adopted"}) {
    const TomlValue* const value = front_matter.find(key);
    if (!value || !value->string() || *value->string() == "draft") continue;
    certain = check_status_comment(key, *value, file, diagnostics) && certain;
  }
  return certain;
}

}  // namespace opsg::restricted
