#include "folded_markup.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ascii.h"
#include "byte_set.h"
#include "look_alike.h"
#include "markdown_tree.h"
#include "text.h"

namespace opsg::restricted {
namespace {

constexpr std::size_t kLongestEntity = 33;  // "&CounterClockwiseContourIntegral;"

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

struct Decoded {
  std::u32string characters;
  std::size_t length = 1;  ///< Bytes of the source.
};

Decoded decode_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return {std::u32string(1, lead), 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  const std::string_view bytes = text.substr(0, length);
  if (!is_valid_utf8(bytes)) return {U"\uFFFD", 1};
  return {decode_utf8(bytes), length};
}

/// The parser knows the 2,125 entities of HTML5; a paragraph of nothing but one decodes it.
std::u32string decode_entity(std::string_view entity) {
  const MarkdownTree parsed = parse_markdown(entity);
  const MarkdownNode* paragraph = parsed.root()->first_child();
  const MarkdownNode* text = paragraph ? paragraph->first_child() : nullptr;
  if (!text || text->next() || text->text() == entity) return {};
  return decode_utf8(text->text());
}

Decoded decode_ampersand(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestEntity).find(';');
  if (end == std::string_view::npos) return {U"&", 1};
  const std::string_view entity = text.substr(0, end + 1);
  const bool plain = entity.find_first_of(" \t\r\n&", 1) == std::string_view::npos;
  const std::u32string characters = plain ? decode_entity(entity) : std::u32string();
  return characters.empty() ? Decoded{U"&", 1} : Decoded{characters, entity.size()};
}

/// The bulk of any text: it needs no decoding and looks like nothing else.
constexpr ByteSet kStandsForItself =
    ByteSet("\n\r").add_range(' ', '%').add_range('\'', '[').add_range(']', '~');

/// Hands on what a reader sees of inline text: runs of ASCII that stands for itself go to
/// `Sink::add_plain`, other characters to `Sink::add`; `Sink::skip` is told of those not to be
/// seen.
template <class Sink>
class MarkupReader {
 public:
  MarkupReader(std::string_view text, const std::vector<InlineAtom>& atoms, Sink& sink)
      : text_(text), atom_(atoms.begin()), atoms_end_(atoms.end()), sink_(sink) {}

  void read() {
    while (at_ < text_.size()) {
      const std::size_t stop = next_atom();
      const std::size_t begin = at_;
      at_ = kStandsForItself.find_other(text_.substr(0, stop), at_);
      sink_.add_plain(text_.substr(begin, at_ - begin), begin);
      if (at_ == text_.size()) return;
      at_ == stop ? take_atom() : take_character();
    }
  }

 private:
  std::size_t next_atom() const {
    const bool ahead = atom_ != atoms_end_ && atom_->begin >= at_;
    return ahead ? atom_->begin : text_.size();
  }

  void take_atom() {
    if (splits_word(*atom_)) return take_split();
    if (!atom_->comment) sink_.add({kCodeSpan, at_, false});
    at_ = atom_->end;
    ++atom_;
  }

  /// ``AM`BER` ``: code that a reader takes for a part of a word.
  bool splits_word(const InlineAtom& atom) const {
    if (atom.comment || !std::all_of(atom.literal.begin(), atom.literal.end(), is_word_byte)) {
      return false;
    }
    const auto is_emphasis_byte = [](char c) { return c == '*' || c == '_' || c == '~'; };
    std::size_t before = atom.begin;
    while (before > 0 && is_emphasis_byte(text_[before - 1])) --before;
    std::size_t behind = atom.end;
    while (behind < text_.size() && is_emphasis_byte(text_[behind])) ++behind;
    return (before > 0 && is_word_byte(text_[before - 1])) ||
           (behind < text_.size() && is_word_byte(text_[behind]));
  }

  /// Its characters stand for themselves.
  void take_split() {
    sink_.add_plain(text_.substr(at_, 1), at_);
    ++at_;
    ++atom_;
  }

  void take_character() {
    const std::string_view rest = text_.substr(at_);
    if (rest.size() > 1 && rest[0] == '\\' && is_ascii_punctuation(rest[1])) {
      sink_.add({static_cast<unsigned char>(rest[1]), at_, true});
      at_ += 2;
      return;
    }
    const Decoded next = rest[0] == '&' ? decode_ampersand(rest) : decode_character(rest);
    for (const char32_t c : next.characters) {
      is_unseen(c) ? sink_.skip() : sink_.add({look_alike_of(c), at_, false});
    }
    at_ += next.length;
  }

  std::string_view text_;
  std::vector<InlineAtom>::const_iterator atom_;
  std::vector<InlineAtom>::const_iterator atoms_end_;
  std::size_t at_ = 0;
  Sink& sink_;
};

struct FoldedChars {
  FoldedMarkup folded;

  void add(const FoldedChar& c) { folded.push_back(c); }
  void add_plain(std::string_view run, std::size_t offset) {
    for (const char c : run) add({static_cast<unsigned char>(c), offset++, false});
  }
  void skip() {}
};

/// Letters and digits of other scripts, roughly: what Unicode keeps for punctuation and symbols
/// lies in few blocks.
bool is_other_word(char32_t c) {
  const bool latin_punctuation = c < 0xC0 || c == 0xD7 || c == 0xF7;
  const bool symbol = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F);
  const bool emoji = c >= 0x1F000 && c <= 0x1FAFF;
  return c >= 0x80 && !latin_punctuation && !symbol && !emoji && c != kCodeSpan && c != 0xFFFD;
}

struct FoldedBytes {
  explicit FoldedBytes(std::string_view text) : source(text) { bytes.reserve(text.size()); }

  std::string_view source;
  std::string bytes;
  bool faithful = true;

  void add(const FoldedChar& c) {
    const bool line_end = c.value == U'\n' || c.value == U'\r';
    if (line_end && source[c.offset] == '&') faithful = false;
    const bool bracket = std::u32string_view(U"()[]{}").find(c.value) != std::u32string_view::npos;
    bytes += c.escaped && bracket ? kOtherByte : byte_of(c.value);
  }
  void add_plain(std::string_view run, std::size_t) { bytes += run; }
  void skip() { faithful = false; }
};

}  // namespace

FoldedMarkup fold_markup(std::string_view text, const std::vector<InlineAtom>& atoms) {
  FoldedChars sink;
  sink.folded.reserve(text.size());
  MarkupReader(text, atoms, sink).read();
  return std::move(sink.folded);
}

char byte_of(char32_t folded) {
  if (folded < 0x80) return static_cast<char>(folded);
  return is_other_word(folded) ? kOtherWordByte : kOtherByte;
}

std::optional<std::string> fold_to_bytes(std::string_view text) {
  FoldedBytes sink(text);
  MarkupReader(text, {}, sink).read();
  return sink.faithful ? std::optional(std::move(sink.bytes)) : std::nullopt;
}

char lower_byte(const FoldedChar& c) {
  return to_ascii_lower(byte_of(c.value));
}

bool is_space(const FoldedChar& c) {
  return c.value == U' ' || c.value == U'\n' || c.value == U'\r';
}

bool is_digit(const FoldedChar& c) {
  return is_ascii_digit(c.value);
}

bool is_word(const FoldedChar& c) {
  return is_ascii_letter_or_digit(c.value) || is_other_word(c.value);
}

bool is_emphasis(const FoldedChar& c) {
  return !c.escaped && (c.value == U'*' || c.value == U'_' || c.value == U'~');
}

bool is_opening_bracket(const FoldedChar& c) {
  return !c.escaped && (c.value == U'(' || c.value == U'[' || c.value == U'{');
}

bool is_closing_bracket(const FoldedChar& c) {
  return !c.escaped && (c.value == U')' || c.value == U']' || c.value == U'}');
}

bool is_separator(const FoldedChar& c) {
  return !c.escaped && (c.value == U':' || c.value == U'-');
}

}  // namespace opsg::restricted
