#include "normalised_text.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "byte_set.h"

namespace opsg::released {
namespace {

/// Line breaks of Windows first; then spaces of Unicode that editors put in: no-break, figure, thin
/// and narrow no-break.
constexpr std::array<std::string_view, 5> kLongSpaces = {"\r\n", "\u00a0", "\u2007", "\u2009",
                                                         "\u202f"};

/// Every space but ' ' begins with one of these bytes.
constexpr ByteSet kMayBeginSpace = ByteSet("\xC2\xE2").add_range('\t', '\r');

/// Looks at all bytes, so that it is made into code that looks at many at a time.
bool may_hold_space(std::string_view text) {
  bool found = false;
  for (const char c : text) found |= (c >= '\t' && c <= '\r') || c == '\xC2' || c == '\xE2';
  return found;
}

/// The length of the one white space that `rest` begins with; 0 where it begins with none.
std::size_t space_length(std::string_view rest) {
  for (const std::string_view space : kLongSpaces) {
    if (rest.starts_with(space)) return space.size();
  }
  return rest.front() >= '\t' && rest.front() <= '\r' ? 1 : 0;
}

}  // namespace

NormalisedText::NormalisedText(std::string_view written) : text_(written) {
  if (may_hold_space(written)) normalise(written);
}

void NormalisedText::normalise(std::string_view written) {
  copy_.reserve(written.size());
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t plain = kMayBeginSpace.find_in(written, at);
    copy_.append(written, at, plain - at);
    if (plain == written.size()) break;
    const std::size_t space = space_length(written.substr(plain));
    copy_ += space > 0 ? ' ' : written[plain];
    at = plain + std::max<std::size_t>(space, 1);
    if (space > 1) shifts_.push_back({copy_.size(), at - copy_.size()});
  }
  text_ = copy_;
}

std::size_t NormalisedText::written_offset(std::size_t offset) const {
  const auto next = std::upper_bound(
      shifts_.begin(), shifts_.end(), offset,
      [](std::size_t wanted, const Shift& shift) { return wanted < shift.offset; });
  return next == shifts_.begin() ? offset : offset + std::prev(next)->bytes;
}

}  // namespace opsg::released
