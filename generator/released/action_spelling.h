#pragma once

#include <optional>
#include <string_view>

#include "markdown_node.h"
#include "vocabulary.h"

namespace opsg::released {

/// What follows the keyword and a colon behind it.
struct AfterKeyword {
  std::string_view rest;
  bool colon = false;
  bool exact = false;  ///< In the keyword's own case.
};

/// Nothing where the text does not begin with the keyword.
std::optional<AfterKeyword> after_keyword(std::string_view text, std::string_view keyword);

/// "41/02", "OPSG 41", "Risk 006": short, with a digit, and not beginning as prose goes on.
bool looks_like_id(std::string_view text);

/// Whether a text that raises nothing begins as if it raised an entry: "Action: ...", "ACTION -
/// ...", "Action for the Secretariat: ...", "Actions: DCC to ...".
bool looks_raised(std::string_view text, std::string_view keyword, const Vocabulary& vocabulary);

/// Whether the paragraph is "Actions:" above a list of tasks: "DCC to report".
bool introduces_tasks(const MarkdownNode* paragraph, std::string_view text,
                      std::string_view keyword);

}  // namespace opsg::released
