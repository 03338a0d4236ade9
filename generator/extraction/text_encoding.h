#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::extraction {

enum class TextEncoding { utf8, utf16, windows_1252 };

struct DecodedText {
  std::string text;  ///< Valid UTF-8 without a byte order mark.
  TextEncoding encoding = TextEncoding::utf8;
  std::size_t undecodable = 0;  ///< Characters that became U+FFFD.
};

/// Decodes what others have saved as text: UTF-8, UTF-16 by its byte order mark, and Windows-1252
/// (as https://encoding.spec.whatwg.org decodes it) for what is neither.
DecodedText decode_text(std::string_view bytes);

/// The characters that no reader of a document sees and that do nothing for its text: controls but
/// tab, line and page ends, and the invisible ones that change the order or the look of others.
struct CleanText {
  std::string text;
  std::size_t removed = 0;
  std::uint32_t first_line = 0;  ///< Where the first one was; from 1.
};

/// Takes out such characters from valid UTF-8. Line ends of every kind become "\n" and spaces that
/// only differ in their width or in not breaking become " ".
CleanText clean_text(std::string_view text);

}  // namespace opsg::extraction
