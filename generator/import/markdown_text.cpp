#include "markdown_text.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "ascii.h"
#include "canonical_words.h"
#include "source_markings.h"
#include "text.h"
#include "wrapped_text.h"

namespace opsg::importing {
namespace {

/// Writes one text after the other, knowing what stands before each character.
class InlineEscaper {
 public:
  explicit InlineEscaper(std::string_view text) : text_(text) {}

  std::string escape() {
    while (at_ < text_.size()) {
      if (!copy_address() && !copy_link() && !copy_emphasis() && !copy_note()) copy_character();
    }
    return std::move(out_);
  }

 private:
  re2::StringPiece rest() const { return {text_.data() + at_, text_.size() - at_}; }

  /// An address becomes a link by itself; escapes would be a part of it.
  bool copy_address() {
    static const RE2 pattern(R"(^(https?://[A-Za-z0-9\-._~:/?#@!$&'+,;=%]+))");
    re2::StringPiece found;
    if (at_ > 0 && is_word_byte(text_[at_ - 1])) return false;
    if (!RE2::PartialMatch(rest(), pattern, &found)) return false;
    out_.append(found.data(), found.size());
    at_ += found.size();
    return true;
  }

  bool copy_link() {
    static const RE2 pattern(
        R"(^\[([^\[\]]+)\]\((#?|https?://[^\s()<>\\]+|mailto:[^\s()<>\\]+)\))");
    re2::StringPiece shown;
    re2::StringPiece address;
    re2::StringPiece all = rest();
    if (!RE2::PartialMatch(all, pattern, &shown, &address)) return false;
    const std::size_t end = at_ + shown.size() + address.size() + 4;
    if (is_inside_word(end)) return false;
    const bool leads_somewhere = address.size() > 1;
    const std::string text = InlineEscaper({shown.data(), shown.size()}).escape();
    out_ += leads_somewhere ? "[" + text + "](" + std::string(address) + ")" : text;
    at_ = end;
    return true;
  }

  /// Whether a letter touches what stands between `at_` and `end`.
  bool is_inside_word(std::size_t end) const {
    return ends_with_word(text_.substr(0, at_)) || begins_with_word(text_.substr(end));
  }

  /// `**bold**` and `*italics*` that hug their text.
  bool copy_emphasis() {
    static const RE2 bold(R"(^\*\*([^\s*](?:[^*]*[^\s*])?)\*\*)");
    static const RE2 italics(R"(^\*([^\s*](?:[^*]*[^\s*])?)\*)");
    re2::StringPiece inner;
    std::string_view mark = "**";
    if (at_ > 0 && text_[at_ - 1] == '*') return false;
    if (!RE2::PartialMatch(rest(), bold, &inner)) {
      mark = "*";
      if (!RE2::PartialMatch(rest(), italics, &inner)) return false;
    }
    const std::size_t end = at_ + inner.size() + 2 * mark.size();
    if (is_inside_word(end)) return false;
    out_.append(mark).append(InlineEscaper({inner.data(), inner.size()}).escape()).append(mark);
    at_ = end;
    return true;
  }

  /// "[Post Meeting Note: ...]"
  bool copy_note() {
    if (!starts_with_ignoring_case(text_.substr(at_), "[post")) return false;
    const std::size_t close = text_.find_first_of("[]", at_ + 1);
    const bool plain = close != std::string_view::npos && text_[close] == ']';
    const bool linked = plain && close + 1 < text_.size() &&
                        std::string_view("([:").find(text_[close + 1]) != std::string_view::npos;
    if (!plain || linked) return false;
    const std::string_view inner = text_.substr(at_ + 1, close - at_ - 1);
    out_ += "[" + InlineEscaper(inner).escape() + "]";
    at_ = close + 1;
    return true;
  }

  void copy_character() {
    if (text_[at_] == kEscapedBracket || text_[at_] == kPlainBracket) return copy_bracket();
    const char c = text_[at_];
    if (needs_escape(c)) out_ += '\\';
    out_ += c;
    ++at_;
  }

  /// A plain bracket's partner is plain as well.
  void copy_bracket() {
    if (text_[at_] == kEscapedBracket) out_ += '\\';
    plain_brackets_ +=
        text_[at_] == kPlainBracket && at_ + 1 < text_.size() && text_[at_ + 1] == '[';
    ++at_;
    if (at_ < text_.size()) out_ += text_[at_++];
  }

  bool needs_escape(char c) {
    if (c == ']' && plain_brackets_ > 0) {
      --plain_brackets_;
      return false;
    }
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    const char previous = at_ > 0 ? text_[at_ - 1] : ' ';
    switch (c) {
      case '`':
      case '*':
      case '<':
      case '[':
      case ']':
        return true;
      case '\\':
        return std::ispunct(static_cast<unsigned char>(next)) != 0 || at_ + 1 == text_.size();
      case '_':
        return !(is_word_byte(previous) && is_word_byte(next));
      case '~':
        return next == '~' || previous == '~';
      case '&':
        return RE2::PartialMatch(rest(), R"(^&#?[A-Za-z0-9]+;)");
      default:
        return false;
    }
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
  int plain_brackets_ = 0;  ///< That are open.
};

/// A backslash where the line would begin a heading, list, quote, table, rule or fence.
std::string as_paragraph_line(std::string_view line) {
  static const RE2 marked(R"(^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|[-=:|\s+~]+$|~~~))");
  static const RE2 numbered(R"(^(\d{1,9})([.)])(\s.*|)$)");
  const re2::StringPiece piece(line.data(), line.size());
  if (RE2::PartialMatch(piece, marked)) return "\\" + std::string(line);
  std::string number;
  std::string mark;
  std::string rest;
  if (RE2::FullMatch(piece, numbered, &number, &mark, &rest)) return number + "\\" + mark + rest;
  return std::string(line);
}

/// Joins words that would begin a line like a list's item or a heading to the word before them, by
/// a character that no text holds.
std::string glued(std::string_view text) {
  static const RE2 marked(R"(\d{1,9}[.)]|[-+>]|#{1,6}|[-=:|+~]+)");
  std::string out;
  for (const std::string_view word : split(text, ' ')) {
    const bool glue = RE2::FullMatch(re2::StringPiece(word.data(), word.size()), marked);
    if (!out.empty()) out += glue ? '\x01' : ' ';
    out += word;
  }
  return out;
}

}  // namespace

std::string escape_inline(std::string_view text) {
  const std::string spaced = collapse_space(text);
  return InlineEscaper(spaced).escape();
}

std::string write_paragraph(std::string_view text, std::string_view first_indent,
                            std::string_view indent) {
  std::string wrapped = wrap_text(glued(escape_inline(text)), kLineWidth - indent.size());
  std::replace(wrapped.begin(), wrapped.end(), '\x01', ' ');
  std::string out;
  for (const std::string_view line : split(wrapped, '\n')) {
    out.append(out.empty() ? first_indent : indent).append(as_paragraph_line(line)).append("\n");
  }
  return out;
}

}  // namespace opsg::importing
