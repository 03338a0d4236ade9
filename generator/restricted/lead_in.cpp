#include "lead_in.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "folded_markup.h"
#include "text.h"

namespace opsg::restricted {
namespace {

constexpr std::u32string_view kLeadOn = U":;,-\u2013\u2014\u2026\u2192";
constexpr std::u32string_view kClosingMarks = U".\"'`\\\u2019\u201d\u00bb";
constexpr std::u32string_view kClosingBrackets = U")]}>";
constexpr std::u32string_view kOpeningBrackets = U"([{<";
constexpr std::size_t kEllipsis = 3;
/// What is further from the end, in bytes, is not looked at: no sentence is that long.
constexpr std::size_t kLongestSentence = 1000;

bool is_any_of(std::u32string_view set, const FoldedChar& c) {
  return set.find(c.value) != std::u32string_view::npos;
}

bool closes(const FoldedChar& c) {
  return is_space(c) || is_emphasis(c) || is_any_of(kClosingMarks, c);
}

/// A comment shows nothing.
std::string_view without_last_comment(std::string_view text) {
  text = trim_right(text);
  return text.ends_with("-->") ? trim_right(text.substr(0, text.rfind("<!--"))) : text;
}

/// Reads from the end to the front.
class EndReader {
 public:
  explicit EndReader(std::string_view text)
      : folded_(
            fold_markup(text.substr(text.size() - std::min(text.size(), kLongestSentence)), {})),
        end_(folded_.size()) {}

  bool leads_on() {
    while (true) {
      skip_closing();
      if (dots_ >= kEllipsis || leads_on_before(end_)) return true;
      if (end_ == 0 || !is_any_of(kClosingBrackets, folded_[end_ - 1])) return false;
      skip_bracket();
    }
  }

 private:
  bool leads_on_before(std::size_t end) const {
    return end > 0 && is_any_of(kLeadOn, folded_[end - 1]);
  }

  void skip_closing() {
    for (dots_ = 0; end_ > 0 && closes(folded_[end_ - 1]); --end_) {
      if (folded_[end_ - 1].value == U'.') ++dots_;
    }
  }

  /// All that stands in brackets, unless that leads on itself.
  void skip_bracket() {
    std::size_t inside = end_ - 1;
    while (inside > 0 && closes(folded_[inside - 1])) --inside;
    const std::size_t open = leads_on_before(inside) ? end_ : opening_of(end_ - 1);
    end_ = std::min(open, end_ - 1);
    if (opens_image()) --end_;
  }

  bool opens_image() const {
    return end_ > 0 && folded_[end_].value == U'[' && folded_[end_ - 1].value == U'!';
  }

  /// The bracket that `closing` closes; size() where there is none.
  std::size_t opening_of(std::size_t closing) const {
    const char32_t close = folded_[closing].value;
    const char32_t open = kOpeningBrackets[kClosingBrackets.find(close)];
    std::size_t depth = 0;
    for (std::size_t at = closing + 1; at-- > 0;) {
      if (folded_[at].value == close) ++depth;
      if (folded_[at].value == open && --depth == 0) return at;
    }
    return folded_.size();
  }

  FoldedMarkup folded_;
  std::size_t end_;
  std::size_t dots_ = 0;
};

}  // namespace

bool is_lead_in(std::string_view text) {
  return EndReader(without_last_comment(text)).leads_on();
}

}  // namespace opsg::restricted
