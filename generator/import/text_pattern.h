#pragma once

#include <re2/re2.h>

#include <string_view>

namespace opsg::importing {

/// Whether the pattern is found anywhere in the text.
inline bool matches(std::string_view text, const re2::RE2& pattern) {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

}  // namespace opsg::importing
