#include "action_paragraph.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "entry_heading.h"
#include "normalised_text.h"
#include "party_list.h"
#include "text.h"

namespace opsg::released {
namespace {

/// What follows the keyword and a colon behind it; nothing where the text begins otherwise.
struct AfterKeyword {
  std::string_view rest;
  bool colon = false;
  bool exact = false;  ///< In the keyword's own case.
};

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

/// "41/02", "OPSG 41", "Risk 006": short, with a digit, and not beginning as prose goes on.
bool looks_like_id(std::string_view text) {
  constexpr std::size_t kLongestId = 32;
  return !text.empty() && text.size() <= kLongestId && (text[0] < 'a' || text[0] > 'z') &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

bool begins_with_dash(std::string_view text) {
  return text.starts_with('-') || text.starts_with("\u2013") || text.starts_with("\u2014");
}

/// "Secretariat to draft the plan", but not "OPSG to be reviewed", nor what an id is meant in.
bool gives_a_task(std::string_view text) {
  constexpr std::size_t kMostWordsOfOwner = 5;
  const std::vector<std::string_view> words = split(text, ' ');
  for (std::size_t i = 0; i <= kMostWordsOfOwner && i + 1 < words.size(); ++i) {
    if (words[i] == "to") return i > 0 && words[i + 1] != "be";
    if (words[i].find_first_of(":0123456789") != std::string_view::npos) return false;
  }
  return false;
}

/// "ACTION. ...", "ACTION (Secretariat) ..."
bool has_mark_behind(std::string_view text, std::string_view keyword) {
  if (!text.starts_with(keyword)) return false;
  const std::string_view rest = trim(text.substr(keyword.size()));
  return !rest.empty() && std::string_view(".;(").find(rest.front()) != std::string_view::npos;
}

/// "Action: ...", "ACTION - ...", "NEW ACTION ...": none of them is how prose begins.
bool looks_raised(std::string_view text, std::string_view keyword) {
  constexpr std::string_view kNew = "new ";
  text = trim(text);
  const bool is_new = starts_with_ignoring_case(text, kNew);
  const auto after = after_keyword(is_new ? text.substr(kNew.size()) : text, keyword);
  if (has_mark_behind(text, keyword)) return true;
  if (!after || after->rest.empty()) return false;
  if (is_new) return after->colon || after->exact;
  if (!after->exact) return after->colon;
  if (!after->colon && gives_a_task(after->rest)) return true;
  return begins_with_dash(after->rest) &&
         !looks_like_id(after->rest.substr(0, after->rest.find(':')));
}

}  // namespace

std::optional<ActionParagraph> ActionReader::read(const MarkdownNode* paragraph,
                                                  const InlineText& text,
                                                  const FragmentLines& lines) const {
  for (const RegisterDefinition& definition : config_.registers) {
    if (definition.raised_by.empty()) continue;
    report_hidden(definition, paragraph, text, lines);
    auto action = read_as(definition, paragraph, text.text, lines);
    if (action) return action;
    report_unread(definition, paragraph, text.text, lines);
  }
  return std::nullopt;
}

std::optional<ActionParagraph> ActionReader::read_as(const RegisterDefinition& definition,
                                                     const MarkdownNode* paragraph,
                                                     std::string_view text,
                                                     const FragmentLines& lines) const {
  const NormalisedText normalised(text);
  const auto after = after_keyword(normalised.text(), definition.raised_by);
  if (!after) return std::nullopt;
  const bool redacted = has_redaction(after->rest);
  auto heading = read_entry_heading(after->rest, vocabulary_);
  BlockCursor cursor(lines, paragraph);
  if (!heading || heading->definition->name != definition.name) {
    const SourceSpan keyword = cursor.find(definition.raised_by);
    if (after->exact) report_bad_id(definition, keyword, after->rest, after->colon);
    return std::nullopt;
  }
  SourceSpan span = cursor.find(heading->id);
  if (!heading->separated || heading->title.empty()) {
    if (!after->exact || redacted) return std::nullopt;
    const bool empty = heading->title.empty();
    diagnostics_
        .error(empty ? "action-title" : "action-colon", std::move(span),
               empty ? fmt::format("`{}` is raised without saying what it is", heading->id)
                     : fmt::format("no colon parts `{}` from its title", heading->id))
        .with_help(fmt::format("write `{} {}: ...`", definition.raised_by, heading->id));
    return std::nullopt;
  }
  return ActionParagraph{heading->definition, std::move(heading->id), std::move(heading->title),
                         std::move(span)};
}

void ActionReader::report_bad_id(const RegisterDefinition& definition, const SourceSpan& keyword,
                                 std::string_view rest, bool colon) const {
  if (has_redaction(rest)) return;
  const std::string_view head = trim(rest.substr(0, rest.find(':')));
  const RegisterDefinition* meant = vocabulary_.nearly_leading_id(rest);
  const bool id_and_colon = head.size() < rest.size() && looks_like_id(head);
  if (id_and_colon || (meant && meant->name == definition.name)) {
    diagnostics_
        .error("id-malformed", keyword, fmt::format("`{}` is no id of {}", head, definition.title))
        .with_help(fmt::format("ids have the form `{}`", definition.id_pattern));
  } else if (colon) {
    diagnostics_
        .error("id-missing", keyword,
               fmt::format("an entry of {} is raised without an id", definition.title))
        .with_help(fmt::format("write `{} <id>: ...`, where ids have the form `{}`",
                               definition.raised_by, definition.id_pattern));
  }
}

/// Lists below an entry have fields that may be called like it.
void ActionReader::report_unread(const RegisterDefinition& definition,
                                 const MarkdownNode* paragraph, std::string_view text,
                                 const FragmentLines& lines) const {
  if (!paragraph->parent()->is(MarkdownKind::document) || has_redaction(text)) return;
  const NormalisedText normalised(text);
  if (!looks_raised(normalised.text(), definition.raised_by)) return;
  BlockCursor cursor(lines, paragraph);
  const std::string_view word = trim(text).substr(0, trim(text).find_first_of(" :-"));
  diagnostics_
      .warning("action-unread", cursor.find(word),
               fmt::format("this is prose, and raises no entry of {}", definition.title))
      .with_help(fmt::format("write `{} <id>: ...`, where ids have the form `{}`",
                             definition.raised_by, definition.id_pattern));
}

void ActionReader::report_hidden(const RegisterDefinition& definition,
                                 const MarkdownNode* paragraph, const InlineText& text,
                                 const FragmentLines& lines) const {
  constexpr std::size_t kEnough = 200;  // For a keyword and an id.
  BlockCursor cursor(lines, paragraph);
  for (const std::size_t start : text.line_starts) {
    const std::string_view line = std::string_view(text.text).substr(start, kEnough);
    const auto after = after_keyword(line, definition.raised_by);
    if (!after || !after->exact) continue;
    const auto id = vocabulary_.leading_id(after->rest);
    if (!id || id->definition->name != definition.name) continue;
    diagnostics_
        .error("action-hidden", cursor.find(id->id),
               fmt::format("`{}` is raised in the middle of a paragraph", id->id))
        .with_help("put an empty line before it");
  }
}

void ActionReader::report_heading(const MarkdownNode* heading, std::string_view text,
                                  const FragmentLines& lines) const {
  for (const RegisterDefinition& definition : config_.registers) {
    const auto after = after_keyword(text, definition.raised_by);
    if (!after || !after->exact) continue;
    const auto id = vocabulary_.leading_id(after->rest);
    if (!id || id->definition->name != definition.name) continue;
    BlockCursor cursor(lines, heading);
    diagnostics_
        .error("action-heading", cursor.find(id->id),
               fmt::format("`{}` cannot be raised by a heading", id->id))
        .with_help("raise it by a paragraph, or leave out the keyword to update it");
  }
}

std::optional<Field> ActionReader::infer_owner(const ActionParagraph& action,
                                               const MarkdownNode* paragraph,
                                               const FragmentLines& lines) const {
  const FieldDefinition* field = action.definition->find_field("owner");
  if (!field || field->type != FieldType::parties || has_redaction(action.title)) {
    return std::nullopt;
  }
  const std::size_t to = action.title.find(" to ");
  const std::string words = action.title.substr(0, to);
  PartyList list = read_party_list(to == std::string::npos ? "" : words, vocabulary_);
  BlockCursor cursor(lines, paragraph);
  cursor.find(action.id);
  if (list.all_known()) {
    return Field{field->name, PartyNames{std::move(list.names)}, words, cursor.find(words)};
  }
  diagnostics_
      .error("owner-unknown", list.unknown.empty() ? action.span : cursor.find(list.unknown[0]),
             list.unknown.empty()
                 ? fmt::format("`{}` has no owner: nobody is \"to\" do anything", action.id)
                 : fmt::format("`{}` has no known owner: `{}` is not in parties.toml", action.id,
                               list.unknown[0]))
      .with_help("add a list with `- Owner: ...` below it, or the owner to parties.toml");
  return std::nullopt;
}

}  // namespace opsg::released
