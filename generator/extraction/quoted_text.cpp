#include "quoted_text.h"

#include "text.h"

namespace opsg::extraction {

std::string quoted_text(const std::string& text, std::size_t longest) {
  const std::u32string characters = decode_utf8(collapse_space(printable(text)));
  std::string quote = "\"";
  for (const char32_t c : characters.substr(0, longest)) append_utf8(quote, c);
  return quote + (characters.size() > longest ? " ...\"" : "\"");
}

}  // namespace opsg::extraction
