#include "source_words.h"

#include "catch2.h"

namespace opsg::restricted::testing {
namespace {

/// The words with what joins or parts them: ' ' joined, '.' dot, '/' broken, '|' paragraph.
std::string words_of(std::string_view text) {
  std::string out;
  for (const SourceWord& word : source_words(text)) {
    if (!out.empty()) out += " ./|"[static_cast<int>(word.gap)];
    out += word.text;
  }
  return out;
}

TEST_CASE("Words are folded and parted by what stands between them") {
  CHECK(words_of("One **two**\nthree.") == "one two three");
  CHECK(words_of("One. Two, three (four)") == "one.two/three/four");
  CHECK(words_of("One\n\ntwo\n> \n> three") == "one|two|three");
  CHECK(words_of("- one\n- two\n* three") == "one/two/three");
  CHECK(words_of("\xC3\x89t\xC3\xA9 o\xE2\x80\x99one a-b") == "ete o one a b");
}

TEST_CASE("What a reader cannot see is no part of a word") {
  CHECK(words_of("o\xC2\xADne t\xE2\x80\x8Bwo e\xCC\x81t") == "one two et");
  CHECK(words_of("one&nbsp;two &amp three") == "one two/amp three");
}

TEST_CASE("Words know their place") {
  const auto words = source_words("a b\n\xC3\xA9t\xC3\xA9 c", 5, 10);
  REQUIRE(words.size() == 4);
  CHECK(words[0].line == 5);
  CHECK(words[0].column == 10);
  CHECK(words[1].column == 12);
  CHECK(words[2].line == 6);
  CHECK(words[2].column == 1);
  CHECK(words[2].length == 5);
  const SourceSpan span = span_of_words(std::span(words).first(3), SourcePath("x"));
  CHECK(span == SourceSpan{SourcePath("x"), 5, 10, 3});
}

}  // namespace
}  // namespace opsg::restricted::testing
