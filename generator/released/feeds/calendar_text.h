#pragma once

#include <string>
#include <string_view>

namespace opsg::released {

/// Writes content lines of RFC 5545 (3.1): folded at 75 octets, never inside a character, each with
/// CRLF at its end.
class CalendarText {
 public:
  /// A value as it is: a date, a number, a keyword, a URI. `name` may carry parameters:
  /// "DTSTART;VALUE=DATE".
  void line(std::string_view name, std::string_view value);
  /// A value of type TEXT (3.3.11): backslashes, commas, semicolons and line ends are escaped.
  void text(std::string_view name, std::string_view value);

  std::string take();

 private:
  std::string text_;
};

}  // namespace opsg::released
