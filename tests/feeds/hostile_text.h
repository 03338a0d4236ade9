#pragma once

#include <string>

namespace opsg::test {

/// A title that no format may let out of its place: ends of CDATA and comments, markup, quotes,
/// separators, line ends, a formula, right-to-left writing, an emoji, bytes that are no UTF-8 and a
/// control character.
inline const std::string kHostileText =
    "=cmd() ]]> <b>&amp;</b> --> \"it's\", a;b\\n\nnext\r\ttab שלום 🎉 \xFF\xC3 \x01";

}  // namespace opsg::test
