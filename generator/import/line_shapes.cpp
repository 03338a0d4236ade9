#include "line_shapes.h"

#include <re2/re2.h>

#include <algorithm>

#include "canonical_words.h"
#include "text.h"

namespace opsg::importing {

std::optional<NumberedLine> read_numbered_line(std::string_view text) {
  static const RE2 pattern(R"((\d{1,3}(?:\.\d{1,3})*)(\.?)[ \t]+(\S.*))");
  NumberedLine line;
  std::string dot;
  const re2::StringPiece piece(text.data(), text.size());
  if (!RE2::FullMatch(piece, pattern, &line.number, &dot, &line.rest)) return std::nullopt;
  line.dotted = !dot.empty();
  return line;
}

std::optional<std::string> read_bullet(std::string_view text) {
  static const RE2 pattern(R"((?:[-–*•·‣◦▪]|o)[ \t]+(\S.*))");
  std::string rest;
  const re2::StringPiece piece(text.data(), text.size());
  if (!RE2::FullMatch(piece, pattern, &rest)) return std::nullopt;
  return rest;
}

bool begins_point(std::string_view text) {
  static const RE2 pattern(R"(^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s+\S)");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

bool ends_sentence(std::string_view text) {
  static const RE2 pattern(R"([.?!:;…](?:["'’”)\]*]|\s)*$)");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

bool begins_with_lower_case(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

std::string without_emphasis(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
    const bool inside = end > at && ends_with_word(out) && begins_with_word(text.substr(end));
    if (inside) out.append(text.substr(at, end - at));
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
  return std::string(trim(out));
}

}  // namespace opsg::importing
