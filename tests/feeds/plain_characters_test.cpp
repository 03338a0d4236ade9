#include "plain_characters.h"

#include <random>
#include <string>

#include "catch2.h"
#include "hostile_text.h"
#include "text.h"

namespace opsg::released {
namespace {

/// What the function means, character by character.
std::string by_character(const std::string& text) {
  std::string out;
  for (const char32_t c : decode_utf8(text)) {
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    append_utf8(out, control || c == 0xFFFE || c == 0xFFFF ? char32_t{0xFFFD} : c);
  }
  return out;
}

TEST_CASE("characters that no format can hold are replaced, and all others stay") {
  CHECK(plain_characters("") == "");
  CHECK(plain_characters("a\tb\r\n\x7F") == "a\tb\r\n\x7F");
  CHECK(plain_characters("a\x01"
                         "b") == "a\uFFFDb");
  CHECK(plain_characters("\u00e9\uFFFE\U0001F389") == "\u00e9\uFFFD\U0001F389");
  CHECK(plain_characters("\xE2\x82") == "\uFFFD\uFFFD");
  CHECK(plain_characters(test::kHostileText) == by_character(test::kHostileText));
}

TEST_CASE("text is read in runs as it is read by characters, whole or broken") {
  const std::string parts[] = {"a",    "\t",       "\x01", "\x7F",   "\u00e9",     "\u20ac",
                               "\xC3", "\xE2\x82", "\xFF", "\uFFFF", "\U0001F389", "\xF0\x9F"};
  std::mt19937 random(6);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 12; i > 0; --i) text += parts[random() % std::size(parts)];
    INFO(round);
    REQUIRE(plain_characters(text) == by_character(text));
  }
}

}  // namespace
}  // namespace opsg::released
