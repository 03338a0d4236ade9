#include "loose_names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "ascii.h"
#include "split_word.h"

namespace opsg::restricted {
namespace {

class LooseReader {
 public:
  explicit LooseReader(const FoldedMarkup& text) : text_(text) {}

  LooseReading read(std::size_t at, std::u32string_view name) {
    const std::size_t begin = at;
    const std::size_t colon = name.find(U':');
    if (colon == std::u32string_view::npos) {
      const auto end = read_part(at, name);
      return end && mark_ != 0 ? LooseReading{*end, capitals_} : LooseReading{begin, false};
    }
    const auto before = read_prefix(at, std::u32string(name.substr(0, colon)));
    const auto gap = before ? pass_gap(*before) : std::nullopt;
    const auto end = gap ? read_part(*gap, name.substr(colon + 1)) : std::nullopt;
    return end ? LooseReading{*end, capitals_} : LooseReading{begin, false};
  }

 private:
  /// As it is, or with two neighbours swapped: "TPL".
  std::optional<std::size_t> read_prefix(std::size_t at, std::u32string prefix) {
    if (const auto end = read_part(at, prefix)) return end;
    for (std::size_t i = 0; i + 1 < prefix.size(); ++i) {
      std::swap(prefix[i], prefix[i + 1]);
      if (const auto end = read_part(at, prefix)) return end;
      std::swap(prefix[i], prefix[i + 1]);
    }
    return std::nullopt;
  }

  /// "RED", "R.E.D", "R.E.D.", "R E D"
  std::optional<std::size_t> read_part(std::size_t at, std::u32string_view part) {
    bool capitals = true;
    mark_ = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (i > 0) at = pass_markup_in_word(text_, at);
      if (i == 1) mark_ = spreading_mark(at);
      if (i > 0 && mark_ != 0) {
        if (spreading_mark(at) != mark_) return std::nullopt;
        at = pass_spaces(at + 1);
      }
      if (at >= text_.size() || to_ascii_upper(text_[at].value) != part[i]) return std::nullopt;
      capitals = capitals && text_[at].value == part[i];
      ++at;
    }
    capitals_ = capitals_ && capitals;
    return mark_ == U'.' && is_dot(at) ? at + 1 : at;
  }

  /// What stands between the letters of "R.E.D", "R-E-D" or "R E D"; zero where nothing does.
  char32_t spreading_mark(std::size_t at) const {
    const char32_t c = at < text_.size() ? text_[at].value : 0;
    return std::u32string_view(U".-/\u00B7\u2022 ").find(c) == std::u32string_view::npos ? 0 : c;
  }

  std::size_t pass_spaces(std::size_t at) const {
    while (at < text_.size() && text_[at].value == U' ') ++at;
    return at;
  }

  std::optional<std::size_t> pass_gap(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && is_loose_gap(text_[end].value)) ++end;
    return end > at || is_dot(at - 1) ? std::optional(end) : std::nullopt;
  }

  bool is_dot(std::size_t at) const { return at < text_.size() && text_[at].value == U'.'; }

  const FoldedMarkup& text_;
  char32_t mark_ = 0;
  bool capitals_ = true;
};

}  // namespace

LooseReading read_loosely(const FoldedMarkup& text, std::size_t at, std::u32string_view name) {
  return LooseReader(text).read(at, name);
}

bool is_loose_gap(char32_t c) {
  return std::u32string_view(U" \n\r>*_~:-/=\\").find(c) != std::u32string_view::npos;
}

}  // namespace opsg::restricted
