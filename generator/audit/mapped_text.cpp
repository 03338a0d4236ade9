#include "mapped_text.h"

#include <numeric>

#include "escapes.h"

namespace opsg::audit {
namespace {

/// The length of a fold ("\n " or "\r\n ") that the text begins with; 0 for none.
std::size_t fold_length(std::string_view text) {
  const std::size_t newline = text.starts_with("\r\n") ? 2 : text.starts_with("\n") ? 1 : 0;
  const bool folded =
      newline > 0 && text.size() > newline && (text[newline] == ' ' || text[newline] == '\t');
  return folded ? newline + 1 : 0;
}

}  // namespace

void MappedText::append(std::string_view text, std::uint32_t origin) {
  bytes += text;
  const std::size_t done = origins.size();
  origins.resize(bytes.size());
  std::iota(origins.begin() + static_cast<std::ptrdiff_t>(done), origins.end(), origin);
}

void MappedText::append(const MappedText& text, std::size_t begin, std::size_t end) {
  bytes.append(text.bytes, begin, end - begin);
  origins.insert(origins.end(), text.origins.begin() + static_cast<std::ptrdiff_t>(begin),
                 text.origins.begin() + static_cast<std::ptrdiff_t>(end));
}

MappedText whole_text(std::string_view bytes) {
  MappedText text;
  text.append(bytes, 0);
  return text;
}

MappedText part_of(const MappedText& text, std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t i) {
    return text.origins.begin() + static_cast<std::ptrdiff_t>(i);
  };
  return {text.bytes.substr(begin, end - begin), {at(begin), at(end)}};
}

MappedText decode_escapes(MappedText text) {
  decode_escapes(text.bytes, text.origins, 0, [](std::uint32_t origin) { return origin; });
  return text;
}

MappedText unfold_lines(const MappedText& text) {
  MappedText out;
  for (std::size_t i = 0; i < text.bytes.size();) {
    if (const std::size_t fold = fold_length(std::string_view(text.bytes).substr(i))) {
      i += fold;
    } else {
      out.push(text.bytes[i], text.origin(i));
      ++i;
    }
  }
  return out;
}

}  // namespace opsg::audit
