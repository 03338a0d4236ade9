#include "named_levels.h"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "folded_markup.h"
#include "source_words.h"

namespace opsg::restricted {
namespace {

/// Small letters are a word, "green-paper.pdf", unless the name is unlike any.
bool is_meant(const NameMatch& match) {
  if (match.name->has_colon()) return true;
  return match.capitals && !match.misspelt;
}

std::optional<NameMatch> find_other_level(std::string_view name, Level label,
                                          const LevelNames& names) {
  const FoldedMarkup text = fold_markup(name, {});
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_word(text[at]) || (at > 0 && is_word(text[at - 1]))) continue;
    const auto match = names.match(text, at);
    if (!match || !is_meant(*match)) continue;
    if (match->name->level != label) return match;
    at = match->end - 1;
  }
  return std::nullopt;
}

}  // namespace

bool check_named_level(std::string_view name, Level label, const SourceSpan& span,
                       const MarkingContext& context, Diagnostics& diagnostics) {
  if (!context.rules.near_misses) return true;
  const auto other = find_other_level(name, label, context.names);
  if (!other) return true;
  const std::string& told = context.policy[other->name->level].name;
  diagnostics
      .error("file-name-label", span,
             fmt::format("labelled {}, but the name `{}` says {}", context.policy[label].name, name,
                         told))
      .with_help(fmt::format("label it {}, or rename it", told));
  return false;
}

bool check_named_draft(std::string_view name, const SourceSpan& span, Diagnostics& diagnostics) {
  for (const SourceWord& word : source_words(name)) {
    const std::string_view written = name.substr(word.column - 1, word.length);
    if (word.text != "draft" || written != "DRAFT") continue;
    diagnostics
        .error("file-name-label", span, fmt::format("final, but the name `{}` says draft", name))
        .with_help("write `status = \"draft\"`, or rename it");
    return false;
  }
  return true;
}

}  // namespace opsg::restricted
