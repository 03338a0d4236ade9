#include "action_paragraph.h"

#include <fmt/format.h>

#include <utility>

#include "action_spelling.h"
#include "entry_heading.h"
#include "id_wording.h"
#include "normalised_text.h"
#include "party_list.h"
#include "text.h"

namespace opsg::released {

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
        .with_help(id_wording(definition.id_pattern));
  } else if (colon) {
    diagnostics_
        .error("id-missing", keyword,
               fmt::format("an entry of {} is raised without an id", definition.title))
        .with_help(fmt::format("write `{} <id>: ...`; {}", definition.raised_by,
                               id_wording(definition.id_pattern)));
  }
}

/// Lists below an entry have fields that may be called like it.
void ActionReader::report_unread(const RegisterDefinition& definition,
                                 const MarkdownNode* paragraph, std::string_view text,
                                 const FragmentLines& lines) const {
  if (!paragraph->parent()->is(MarkdownKind::document) || has_redaction(text)) return;
  const NormalisedText normalised(text);
  const std::string& keyword = definition.raised_by;
  if (!looks_raised(normalised.text(), keyword, vocabulary_) &&
      !introduces_tasks(paragraph, normalised.text(), keyword)) {
    return;
  }
  BlockCursor cursor(lines, paragraph);
  const std::string_view word = trim(text).substr(0, trim(text).find_first_of(" :-"));
  diagnostics_
      .warning("action-unread", cursor.find(word),
               fmt::format("this is prose, and raises no entry of {}", definition.title))
      .with_help(fmt::format("write `{} <id>: ...`; {}", definition.raised_by,
                             id_wording(definition.id_pattern)));
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
    if (!after) continue;
    const auto entry = read_entry_heading(after->rest, vocabulary_);
    if (!entry || entry->definition->name != definition.name) {
      report_unread_heading(definition, heading, *after, lines);
      continue;
    }
    BlockCursor cursor(lines, heading);
    if (after->exact) {
      diagnostics_
          .error("action-heading", cursor.find(entry->id),
                 fmt::format("`{}` cannot be raised by a heading", entry->id))
          .with_help("raise it by a paragraph, or leave out the keyword to update it");
    } else if (entry->separated) {
      diagnostics_
          .warning("action-unread", cursor.find(entry->id),
                   fmt::format("this heading is no entry of {}", definition.title))
          .with_help(fmt::format("begin it with `{0}` to report on that, or raise it by a "
                                 "paragraph: `{1} {0}: ...`",
                                 entry->id, definition.raised_by));
    }
  }
}

void ActionReader::report_unread_heading(const RegisterDefinition& definition,
                                         const MarkdownNode* heading, const AfterKeyword& after,
                                         const FragmentLines& lines) const {
  const RegisterDefinition* meant = vocabulary_.nearly_leading_id(after.rest);
  const bool is_title = after.colon && !after.rest.empty();
  if ((!is_title && !(meant && meant->name == definition.name)) || has_redaction(after.rest)) return;
  diagnostics_
      .warning("action-unread", lines.block_span(heading),
               fmt::format("this heading raises no entry of {}", definition.title))
      .with_help(fmt::format("raise it by a paragraph, `{} <id>: ...`; {}", definition.raised_by,
                             id_wording(definition.id_pattern)));
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
