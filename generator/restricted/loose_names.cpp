#include "loose_names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "split_word.h"

namespace opsg::restricted {
namespace {

char32_t upper(char32_t c) {
  return c >= U'a' && c <= U'z' ? c - (U'a' - U'A') : c;
}

class LooseReader {
 public:
  explicit LooseReader(const FoldedMarkup& text) : text_(text) {}

  LooseReading read(std::size_t at, std::u32string_view name) {
    const std::size_t begin = at;
    const std::size_t colon = name.find(U':');
    if (colon == std::u32string_view::npos) {
      const auto end = read_part(at, name);
      return end && dotted_ ? LooseReading{*end, capitals_} : LooseReading{begin, false};
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

  /// "RED", "R.E.D", "R.E.D."
  std::optional<std::size_t> read_part(std::size_t at, std::u32string_view part) {
    bool capitals = true;
    dotted_ = false;
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (i > 0) at = pass_markup_in_word(text_, at);
      if (i == 1) dotted_ = is_dot(at);
      if (i > 0 && dotted_ && !is_dot(at++)) return std::nullopt;
      if (at >= text_.size() || upper(text_[at].value) != part[i]) return std::nullopt;
      capitals = capitals && text_[at].value == part[i];
      ++at;
    }
    capitals_ = capitals_ && capitals;
    return dotted_ && is_dot(at) ? at + 1 : at;
  }

  std::optional<std::size_t> pass_gap(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && is_loose_gap(text_[end].value)) ++end;
    return end > at || is_dot(at - 1) ? std::optional(end) : std::nullopt;
  }

  bool is_dot(std::size_t at) const { return at < text_.size() && text_[at].value == U'.'; }

  const FoldedMarkup& text_;
  bool dotted_ = false;
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
