#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opsg::released {

/// Writes a table as RFC 4180 has it: commas, CRLF at the end of each row, quotes where they are
/// needed. UTF-8 without a byte order mark.
///
/// Spreadsheets run text that begins like a formula ("=HYPERLINK(...)"). text() puts an apostrophe
/// before it, which they take as "this is text". What the program writes by itself (numbers, dates,
/// addresses) goes through value() and stays as it is, so that "-5" is a number.
class CsvWriter {
 public:
  void header(const std::vector<std::string>& names);
  void text(std::string_view text);
  void value(std::string_view value);
  void end_row();

  std::string take();

 private:
  void cell(std::string_view content);

  std::string csv_;
  bool row_is_empty_ = true;
};

}  // namespace opsg::released
