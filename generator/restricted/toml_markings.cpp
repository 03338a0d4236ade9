#include "toml_markings.h"

#include <algorithm>
#include <string_view>

#include "ascii.h"
#include "folded_markup.h"
#include "label.h"
#include "marking_scanner.h"
#include "toml_walk.h"
#include "unmarked_text.h"

namespace opsg::restricted {
namespace {

std::size_t skip_unmarked(const FoldedMarkup& text, std::size_t at) {
  while (at < text.size() && (is_space(text[at]) || is_emphasis(text[at]))) ++at;
  return at;
}

/// What is no prose: a label, a file's name, which is compared with its label (named_levels.h), and
/// the words of the policy, whichever level they are of (handling.h).
bool is_exempt(std::string_view key, std::string_view text, const Policy& policy) {
  if (key != "handling") return key == kLabelKey || key == "file";
  return std::any_of(policy.levels.begin(), policy.levels.end(),
                     [&](const PolicyLevel& level) { return level.handling == text; });
}

/// Whether a bracket that opens before `at` has a level's name as its content, or begins with one
/// in capitals or as a marking does. Prose in brackets that mentions a level is none.
bool is_marking(const FoldedMarkup& text, std::size_t at, const LevelNames& names) {
  const auto match = names.match(text, skip_unmarked(text, at));
  if (!match) return false;
  const std::size_t behind = skip_unmarked(text, match->end);
  if (behind == text.size() || is_closing_bracket(text[behind])) return true;
  return is_separator(text[behind]) || (match->capitals && !match->misspelt);
}

/// Whether the text has a bracket, or a character or entity that could be seen as one.
bool could_have_bracket(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return is_beyond_ascii(c) || std::string_view("([{&").find(c) < 4;
  });
}

bool has_marked_bracket(std::string_view source, const LevelNames& names) {
  if (!could_have_bracket(source)) return false;
  const FoldedMarkup text = fold_markup(source, {});
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_opening_bracket(text[i]) && is_marking(text, i + 1, names)) return true;
  }
  return false;
}

bool is_bare(const NearMiss& miss) {
  return miss.slip == Slip::bare || miss.slip == Slip::bare_end;
}

/// Like a paragraph, "AMBER: text", or like a heading, "text - AMBER"; but a level's name may stand
/// alone.
bool reads_as_marked(std::string_view text, const LevelNames& names) {
  if (is_plainly_unmarked(text, names)) return false;
  const ScannedText prose = scan_markings(text, TextPlace::paragraph, {}, names);
  const ScannedText title = scan_markings(text, TextPlace::heading, {}, names);
  const auto is_meant = [](const NearMiss& miss) { return miss.slip != Slip::alone; };
  return std::any_of(prose.near_misses.begin(), prose.near_misses.end(), is_meant) ||
         std::any_of(title.near_misses.begin(), title.near_misses.end(), is_bare);
}

/// Settings of the site cannot have a label.
const char* help_for(const SourcePath& path) {
  return path.view() == "site.toml" ? "take out what must not be read by everyone, or reword the "
                                      "text: what site.toml says "
                                      "is public"
                                    : "give the table a `classification`, or reword the text";
}

}  // namespace

bool check_no_markings(const TomlTable& table, const MarkingContext& context,
                       Diagnostics& diagnostics) {
  if (!context.rules.near_misses) return true;
  bool certain = true;
  walk_values(table, Level{}, {context.policy, context.rules}, [&](const LevelledValue& found) {
    const std::string* text = found.value.string();
    if (!text) return;
    const bool marked = has_marked_bracket(*text, context.names) ||
                        (!is_exempt(found.key.name, *text, context.policy) &&
                         reads_as_marked(*text, context.names));
    if (!marked) return;
    certain = false;
    diagnostics
        .error("marking-in-toml", found.value.span(), "a marking does not work in a TOML string")
        .with_help(help_for(found.value.span().path));
  });
  return certain;
}

}  // namespace opsg::restricted
