#pragma once

#include <optional>
#include <string>
#include <vector>

#include "action_spelling.h"
#include "fragment_lines.h"
#include "inline_text.h"
#include "markdown_node.h"
#include "record.h"

namespace opsg::released {

/// A paragraph that raises an entry: "ACTION OPSG 41/02: The OPSG to ...".
struct ActionParagraph {
  const RegisterDefinition* definition = nullptr;  ///< Borrowed from the vocabulary.
  std::string id;
  std::string title;
  SourceSpan span;  ///< Of the id.
};

/// Finds the entries that paragraphs raise. Borrows its arguments.
class ActionReader {
 public:
  ActionReader(const SiteConfig& config, const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : config_(config), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  /// Nothing where the paragraph raises none. What must have been meant to is reported:
  /// `id-missing`, `id-malformed`, `action-colon`, `action-title`, `action-hidden` (inside a
  /// paragraph) and `action-unread` (in another spelling).
  std::optional<ActionParagraph> read(const MarkdownNode* paragraph, const InlineText& text,
                                      const FragmentLines& lines) const;

  /// Reports a heading that would raise an entry, `action-heading`: only paragraphs do. In another
  /// spelling, `action-unread`.
  void report_heading(const MarkdownNode* heading, std::string_view text,
                      const FragmentLines& lines) const;

  /// The parties before "to" as a field, where the register has one called "owner" for them.
  /// Reports `owner-unknown`.
  std::optional<Field> infer_owner(const ActionParagraph& action, const MarkdownNode* paragraph,
                                   const FragmentLines& lines) const;

 private:
  std::optional<ActionParagraph> read_as(const RegisterDefinition& definition,
                                         const MarkdownNode* paragraph, std::string_view text,
                                         const FragmentLines& lines) const;
  void report_bad_id(const RegisterDefinition& definition, const SourceSpan& keyword,
                     std::string_view rest, bool colon) const;
  void report_unread(const RegisterDefinition& definition, const MarkdownNode* paragraph,
                     std::string_view text, const FragmentLines& lines) const;
  void report_unread_heading(const RegisterDefinition& definition, const MarkdownNode* heading,
                             const AfterKeyword& after, const FragmentLines& lines) const;
  void report_hidden(const RegisterDefinition& definition, const MarkdownNode* paragraph,
                     const InlineText& text, const FragmentLines& lines) const;

  const SiteConfig& config_;
  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
};

}  // namespace opsg::released
