#include "hasty_words.h"

#include <utility>

namespace opsg::audit {

inline void HastyWords::put(std::uint64_t word) {
  trail_.add(word);
  may_hold_phrase_ = may_hold_phrase_ || filter_->may_begin(trail_);
}

std::size_t HastyWords::read(std::string_view utf8, std::uint32_t, const Stops& stops) {
  std::size_t at = 0;
  while (at < utf8.size()) {
    const auto c = static_cast<unsigned char>(utf8[at]);
    if (kFoldedAscii[c] != 0) {
      at += add_letters(utf8.substr(at), stops);
    } else if (c >= 0x80) {
      at += add_code_point(utf8.substr(at));
    } else {
      if (stops[c]) return at;
      if (c != '\'') end_word();
      ++at;
    }
  }
  return at;
}

void HastyWords::read(std::string_view utf8, std::uint32_t offset) {
  constexpr Stops kNoStops{};
  read(utf8, offset, kNoStops);
}

void HastyWords::end_run() {
  end_word();
  trail_.restart();
}

/// All letters that the text begins with. A short word is nearly always all of it, and what parts
/// it from the next one is read as well.
std::size_t HastyWords::add_letters(std::string_view text, const Stops& stops) {
  LetterBlock block = letter_block(text);
  const auto ends_at = [&](std::size_t at) {
    return at < text.size() && ends_word(text[at], stops);
  };
  if (!in_word_ && block.count < LetterBlock::kMost && ends_at(block.count)) {
    WordHash word;
    word.add(block);
    put(word.value());
    return block.count + 1;
  }
  if (!std::exchange(in_word_, true)) hash_ = {};
  hash_.add(block);
  std::size_t count = block.count;
  while (block.count == LetterBlock::kMost) {
    block = letter_block(text.substr(count));
    hash_.add(block);
    count += block.count;
  }
  return count;
}

std::size_t HastyWords::add_code_point(std::string_view text) {
  const CodePoint c = first_code_point(text);
  if (is_letter(c.value)) {
    if (!std::exchange(in_word_, true)) hash_ = {};
    hash_.add(fold(c.value));
  } else if (!is_invisible(c.value) && !is_apostrophe(c.value)) {
    end_word();
  }
  return c.length;
}

void HastyWords::end_word() {
  if (std::exchange(in_word_, false)) put(hash_.value());
}

}  // namespace opsg::audit
