#include "csv.h"

#include <algorithm>
#include <array>
#include <utility>

#include "byte_set.h"
#include "plain_characters.h"

namespace opsg::released {
namespace {

/// OWASP's list (CSV Injection), with the full-width forms that some spreadsheets fold.
bool begins_like_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 11> kStarts = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                        "\n", "＝", "＋", "－", "＠"};
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  text.remove_prefix(first);
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

bool needs_quotes(std::string_view cell) {
  constexpr ByteSet kSpecial(",\"\r\n");
  return kSpecial.find_in(cell) < cell.size() || cell.starts_with(' ') || cell.ends_with(' ');
}

void append_quoted(std::string& csv, std::string_view cell) {
  csv += '"';
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find('"', at), cell.size());
    csv.append(cell, at, end - at);
    if (end < cell.size()) csv += "\"\"";
    at = end + 1;
  }
  csv += '"';
}

}  // namespace

void CsvWriter::header(const std::vector<std::string>& names) {
  for (const std::string& name : names) text(name);
  end_row();
}

void CsvWriter::text(std::string_view text) {
  cell(begins_like_a_formula(text) ? '\'' + std::string(text) : std::string(text));
}

void CsvWriter::value(std::string_view value) {
  cell(value);
}

void CsvWriter::end_row() {
  csv_ += "\r\n";
  row_is_empty_ = true;
}

std::string CsvWriter::take() {
  return std::move(csv_);
}

void CsvWriter::cell(std::string_view content) {
  if (!std::exchange(row_is_empty_, false)) csv_ += ',';
  const std::string plain = plain_characters(content);
  if (needs_quotes(plain)) {
    append_quoted(csv_, plain);
  } else {
    csv_ += plain;
  }
}

}  // namespace opsg::released
