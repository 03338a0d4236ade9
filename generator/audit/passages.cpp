#include "passages.h"

#include <algorithm>

namespace opsg::audit {
namespace {

constexpr std::size_t kLongestAtom = 8;

void append(std::vector<Word>& to, const std::vector<Word>& words) {
  to.insert(to.end(), words.begin(), words.end());
}

}  // namespace

void add_atom(FileReading& reading, const std::vector<Word>& words) {
  if (words.empty() || words.size() > kLongestAtom) return;
  append(reading.atoms, words);
  reading.atoms[reading.atoms.size() - words.size()].starts_run = true;
}

void add_cleared_prose(FileReading& reading, std::vector<Word> words, bool joins) {
  if (words.empty()) return;
  words.front().starts_run = !joins;
  append(reading.cleared_prose, words);
}

void add_cleared_value(FileReading& reading, const std::vector<Word>& words) {
  add_atom(reading, words);
  append(reading.cleared_values, words);
}

TextPlace place_in(std::string_view bytes, std::uint32_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t newline = before.rfind('\n');
  const std::size_t column = newline == std::string_view::npos ? offset + 1 : offset - newline;
  return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
}

SourceSpan place_of(const Passage& passage, std::size_t first, std::size_t last) {
  if (passage.span.line != 0 || passage.kind == PassageKind::file_name) return passage.span;
  const std::string_view bytes = passage.file->bytes;
  const std::uint32_t begin = passage.words[first].begin;
  const std::size_t line_end = std::min(bytes.find('\n', begin), bytes.size());
  const std::size_t end = std::min<std::size_t>(passage.words[last].end, line_end);
  const TextPlace place = place_in(bytes, begin);
  return {passage.file->path, place.line, place.column, static_cast<std::uint32_t>(end - begin)};
}

}  // namespace opsg::audit
