#include "bracket_pairs.h"

#include <array>
#include <string_view>

namespace opsg::restricted {
namespace {

constexpr std::u32string_view kOpening = U"([{";
constexpr std::u32string_view kClosing = U")]}";

}  // namespace

std::vector<std::size_t> pair_brackets(const FoldedMarkup& text) {
  std::vector<std::size_t> partner(text.size(), kNoBracket);
  std::array<std::vector<std::size_t>, kOpening.size()> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_opening_bracket(text[i])) open[kOpening.find(text[i].value)].push_back(i);
    if (!is_closing_bracket(text[i])) continue;
    auto& same_kind = open[kClosing.find(text[i].value)];
    if (same_kind.empty()) continue;
    partner[i] = same_kind.back();
    partner[same_kind.back()] = i;
    same_kind.pop_back();
  }
  return partner;
}

}  // namespace opsg::restricted
