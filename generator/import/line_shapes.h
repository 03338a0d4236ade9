#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace opsg::importing {

/// "3.1. Title", "3.1 Title", "3. Title": a number with up to three digits a part, and a text.
struct NumberedLine {
  std::string number;   ///< "3.1", without a final dot.
  bool dotted = false;  ///< A dot stands behind the number.
  std::string rest;
};
std::optional<NumberedLine> read_numbered_line(std::string_view text);

/// The text of a list's item behind its bullet; nothing where there is none.
std::optional<std::string> read_bullet(std::string_view text);

/// "1. ", "a) ", "iv. ": a point of a list that Markdown would not take for one as it is.
bool begins_point(std::string_view text);

/// Whether the text ends as a sentence or a list's introduction does: in . ? ! : or ;, quotes and
/// brackets aside.
bool ends_sentence(std::string_view text);
bool begins_with_lower_case(std::string_view text);

/// The text without the asterisks of emphasis; those inside words stay.
std::string without_emphasis(std::string_view text);

}  // namespace opsg::importing
