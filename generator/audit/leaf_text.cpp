#include "leaf_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "byte_set.h"
#include "text.h"

namespace opsg::audit {
namespace {

/// Longer targets and titles are read as text: scanning for their ends must stay linear.
constexpr std::size_t kLongestTarget = 4000;

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

constexpr ByteSet kMayMeanSomething("\\`*~_![]");

class LeafReader {
 public:
  LeafReader(const MappedText& block, const Policy& policy)
      : block_(block), bytes_(block.bytes), policy_(policy) {}

  LeafText read() {
    while (at_ < bytes_.size()) read_next();
    while (!brackets_.empty()) close_bracket();
    return std::move(out_);
  }

 private:
  struct Bracket {
    std::optional<Level> span;  ///< "[AMBER:"
    bool image = false;
    std::uint32_t begin = 0;     ///< Of what it holds, in the file.
    std::size_t text_begin = 0;  ///< The same in out_.text.
  };

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < bytes_.size() ? bytes_[at_ + ahead] : '\0';
  }

  void read_next() {
    switch (peek()) {
      case '\\':
        if (is_punctuation(peek(1))) ++at_;
        return keep();
      case '`':
        return read_code();
      case '*':
      case '~':
        ++at_;
        return;
      case '_':
        if (joins_words()) return keep();
        ++at_;
        return;
      case '!':
        if (peek(1) != '[') return keep();
        ++at_;
        return open_bracket(true);
      case '[':
        return open_bracket(false);
      case ']':
        return read_closing_bracket();
      default:
        return keep_text();
    }
  }

  /// Up to the next character that may mean something.
  void keep_text() {
    const std::size_t end = kMayMeanSomething.find_in(bytes_, at_ + 1);
    out_.text.append(block_, at_, end);
    at_ = end;
  }

  /// Whether the '_' is part of a name, as in "OPSG_41", and no emphasis.
  bool joins_words() const {
    const auto is_word_end = [&](std::size_t at) {
      return at >= bytes_.size() || is_space(bytes_[at]) || is_punctuation(bytes_[at]);
    };
    return at_ > 0 && !is_word_end(at_ - 1) && !is_word_end(at_ + 1);
  }

  void keep() {
    if (at_ < bytes_.size()) out_.text.push(bytes_[at_], block_.origin(at_));
    ++at_;
  }

  /// A code span, or backticks that close nowhere.
  void read_code() {
    const std::size_t open = std::min(bytes_.find_first_not_of('`', at_), bytes_.size());
    const std::size_t ticks = open - at_;
    const std::size_t close = find_closing_ticks(open, ticks);
    at_ = open;
    if (close == std::string_view::npos) return;
    while (at_ < close) keep();
    at_ += ticks;
  }

  std::size_t find_closing_ticks(std::size_t from, std::size_t ticks) {
    if (ticks < unclosed_ticks_.size() && unclosed_ticks_[ticks]) return std::string_view::npos;
    for (std::size_t at = bytes_.find('`', from); at != std::string_view::npos;) {
      const std::size_t end = std::min(bytes_.find_first_not_of('`', at), bytes_.size());
      if (end - at == ticks) return at;
      at = bytes_.find('`', end);
    }
    unclosed_ticks_.resize(std::max(unclosed_ticks_.size(), ticks + 1));
    unclosed_ticks_[ticks] = true;
    return std::string_view::npos;
  }

  void open_bracket(bool image) {
    Bracket bracket;
    bracket.image = image;
    at_ += 1 + (image ? 0 : read_span_name(bracket));
    out_.text.push(bracket.span || image ? ' ' : '[', block_.origin(at_ - 1));
    bracket.begin = at_ < bytes_.size() ? block_.origin(at_) : block_.origin(at_ - 1) + 1;
    bracket.text_begin = out_.text.bytes.size();
    brackets_.push_back(bracket);
  }

  /// How many bytes "AMBER:" after the bracket takes; 0 for anything else.
  std::size_t read_span_name(Bracket& bracket) const {
    const std::string_view rest = bytes_.substr(at_ + 1, 80);
    for (std::size_t colon = rest.find(':'); colon != std::string_view::npos;
         colon = rest.find(':', colon + 1)) {
      if (rest.substr(0, colon).find_first_of("[]\n") != std::string_view::npos) return 0;
      bracket.span = policy_.find_level(rest.substr(0, colon));
      if (bracket.span) return colon + 1;
    }
    return 0;
  }

  void close_bracket() {
    const Bracket bracket = brackets_.back();
    brackets_.pop_back();
    const std::uint32_t here = at_ < bytes_.size() ? block_.origin(at_) : block_.origins.back() + 1;
    if (bracket.span) out_.spans.push_back({*bracket.span, bracket.begin, here});
  }

  void read_closing_bracket() {
    if (brackets_.empty()) return keep();
    const Bracket bracket = brackets_.back();
    close_bracket();
    out_.text.push(bracket.span ? ' ' : ']', block_.origin(at_));
    ++at_;
    if (bracket.span) return;
    if (peek() == '[') {
      skip_reference();
    } else if (peek() == '(') {
      read_target();
    }
    if (bracket.image) move_alt_text(bracket.text_begin);
  }

  /// "[text][reference]": the reference is never shown.
  void skip_reference() {
    const std::string_view rest = bytes_.substr(at_, 1000);
    const std::size_t end = rest.find(']');
    if (end != std::string_view::npos && rest.substr(1, end - 1).find('[') == rest.npos) {
      at_ += end + 1;
    }
  }

  void move_alt_text(std::size_t begin) {
    out_.side_texts.push_back(part_of(out_.text, begin, out_.text.bytes.size()));
    out_.text.bytes.resize(begin);
    out_.text.origins.resize(begin);
    out_.text.push(' ', block_.origin(at_ - 1));
  }

  /// `(target "title")`; nothing is read where it is none.
  void read_target() {
    const std::size_t limit = std::min(bytes_.size(), at_ + kLongestTarget);
    const std::size_t begin = skip_spaces(at_ + 1, limit);
    const std::size_t end = target_end(begin, limit);
    const std::size_t title = skip_spaces(end, limit);
    std::size_t close = title;
    if (title < limit && bytes_[title] != ')') {
      const char quote = bytes_[title] == '(' ? ')' : bytes_[title];
      close = bytes_.substr(0, limit).find(quote, title + 1);
      if (close == std::string_view::npos) return;
      close = skip_spaces(close + 1, limit);
    }
    if (close >= limit || bytes_[close] != ')') return;
    out_.targets.push_back(part_of(block_, begin, end));
    if (close > title) out_.side_texts.push_back(part_of(block_, title, close));
    at_ = close + 1;
  }

  std::size_t skip_spaces(std::size_t at, std::size_t limit) const {
    while (at < limit && is_space(bytes_[at])) ++at;
    return std::min(at, limit);
  }

  std::size_t target_end(std::size_t begin, std::size_t limit) const {
    if (begin < limit && bytes_[begin] == '<') {
      return std::min(bytes_.substr(0, limit).find('>', begin), limit - 1) + 1;
    }
    int open = 0;
    std::size_t end = begin;
    for (; end < limit && !is_space(bytes_[end]); ++end) {
      if (bytes_[end] == '(') ++open;
      if (bytes_[end] == ')' && open-- == 0) break;
    }
    return end;
  }

  const MappedText& block_;
  std::string_view bytes_;
  const Policy& policy_;
  std::size_t at_ = 0;
  std::vector<Bracket> brackets_;
  std::vector<bool> unclosed_ticks_;
  LeafText out_;
};

}  // namespace

LeafText read_leaf_text(const MappedText& block, const Policy& policy) {
  return LeafReader(block, policy).read();
}

std::optional<Marking> leading_marking(std::string_view text, const Policy& policy) {
  const std::size_t end = text.find(')');
  if (!text.starts_with('(') || end == std::string_view::npos) return std::nullopt;
  const bool ends_word = end + 1 == text.size() || is_space(text[end + 1]);
  const auto level = policy.find_level(text.substr(1, end - 1));
  if (!level || !ends_word) return std::nullopt;
  return Marking{*level, end + 1};
}

std::optional<Marking> trailing_marking(std::string_view text, const Policy& policy) {
  const std::size_t begin = text.rfind('(');
  if (!text.ends_with(')') || begin == std::string_view::npos) return std::nullopt;
  const auto level = policy.find_level(text.substr(begin + 1, text.size() - begin - 2));
  if (!level) return std::nullopt;
  return Marking{*level, text.size() - begin};
}

}  // namespace opsg::audit
