#include "normalised_text.h"

#include <array>

namespace opsg::released {
namespace {

/// Line breaks of Windows first; then spaces of Unicode that editors put in: no-break, figure, thin
/// and narrow no-break.
constexpr std::array<std::string_view, 5> kLongSpaces = {"\r\n", "\u00a0", "\u2007", "\u2009",
                                                         "\u202f"};

/// Every space begins with one of these bytes; nearly all text has none of them but ' '.
bool may_begin_space(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '\xC2' || c == '\xE2';
}

/// The length of the one white space that `rest` begins with; 0 where it begins with none.
std::size_t space_length(std::string_view rest) {
  if (!may_begin_space(rest.front())) return 0;
  for (const std::string_view space : kLongSpaces) {
    if (rest.starts_with(space)) return space.size();
  }
  return std::string_view(" \t\n\v\f\r").find(rest.front()) != std::string_view::npos ? 1 : 0;
}

}  // namespace

NormalisedText::NormalisedText(std::string_view written) {
  text_.reserve(written.size());
  offsets_.reserve(written.size() + 1);
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t space = space_length(written.substr(at));
    text_ += space > 0 ? ' ' : written[at];
    offsets_.push_back(at);
    at += space > 0 ? space : 1;
  }
  offsets_.push_back(written.size());
}

}  // namespace opsg::released
