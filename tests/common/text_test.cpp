#include "text.h"

#include <string>
#include <vector>

#include "catch2.h"

namespace opsg {
namespace {

using Parts = std::vector<std::string_view>;

std::size_t distance(std::string_view a, std::string_view b) {
  return edit_distance(decode_utf8(a), decode_utf8(b));
}

std::string encoded(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

TEST_CASE("trim takes ASCII white space only") {
  CHECK(trim(" \t\n\v\f\ra b \r\n") == "a b");
  CHECK(trim("") == "");
  CHECK(trim(" \n ") == "");
  CHECK(trim("\u00A0a\u00A0") == "\u00A0a\u00A0");
  CHECK(trim_right("  a  ") == "  a");
  CHECK(trim_right("  ") == "");
}

TEST_CASE("case is folded in ASCII alone") {
  CHECK(ascii_lower("ABZ az \u00C9") == "abz az \u00C9");
  CHECK(ascii_upper("abz AZ \u00E9@[`{") == "ABZ AZ \u00E9@[`{");
  CHECK(equals_ignoring_case("White", "wHITE"));
  CHECK_FALSE(equals_ignoring_case("White", "Whit"));
  CHECK_FALSE(equals_ignoring_case("@", "`"));
  CHECK(starts_with_ignoring_case("ACTION: x", "action"));
  CHECK_FALSE(starts_with_ignoring_case("ACT", "action"));
}

TEST_CASE("runs of white space become one space") {
  CHECK(collapse_space("  a \t\n b  c ") == "a b c");
  CHECK(collapse_space(" \n ") == "");
}

TEST_CASE("a final newline ends the last line and begins no other") {
  CHECK(split_lines("") == Parts{});
  CHECK(split_lines("a") == Parts{"a"});
  CHECK(split_lines("a\n") == Parts{"a"});
  CHECK(split_lines("a\r\n\nb\r") == Parts{"a", "", "b"});
  CHECK(split_lines("\n\n") == Parts{"", ""});
  CHECK(split_lines("a\rb\n") == Parts{"a\rb"});
}

TEST_CASE("split keeps empty parts") {
  CHECK(split("", ',') == Parts{""});
  CHECK(split("a,,b,", ',') == Parts{"a", "", "b", ""});
}

TEST_CASE("UTF-8 of one to four bytes is valid and survives a round trip") {
  const char32_t c =
      GENERATE(0x00, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF);
  CHECK(is_valid_utf8(encoded(c)));
  CHECK(decode_utf8(encoded(c)) == std::u32string(1, c));
}

TEST_CASE("overlong forms, surrogates, stray bytes and cut sequences are not UTF-8") {
  const std::string text =
      GENERATE(std::string("\xC0\xAF"), "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80",
               "\xF4\x90\x80\x80", "\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC3(");
  CHECK_FALSE(is_valid_utf8(text));
  CHECK_FALSE(is_valid_utf8("a" + text + "b"));
}

TEST_CASE("invalid bytes decode to U+FFFD each") {
  CHECK(decode_utf8("a\xFF\xFE"
                    "b") == U"a\uFFFD\uFFFDb");
  CHECK(code_point_count("\u20AC\u00E9a") == 3);
}

TEST_CASE("what could drive a terminal is not printed") {
  CHECK(printable("a\tb") == "a\tb");
  CHECK(printable("\x1B[31m") == "\uFFFD[31m");
  CHECK(printable("\x7F\u0085\u202E\u2066\u2028") == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(printable("na\u00EFve \U0001F600") == "na\u00EFve \U0001F600");
}

TEST_CASE("edit distance counts a swap of neighbours as one slip") {
  CHECK(distance("", "") == 0);
  CHECK(distance("amber", "") == 5);
  CHECK(distance("amber", "ambre") == 1);
  CHECK(distance("amber", "amer") == 1);
  CHECK(distance("amber", "ambler") == 1);
  CHECK(distance("amber", "umber") == 1);
  CHECK(distance("kitten", "sitting") == 3);
  CHECK(distance("caf\u00E9", "cafe") == 1);
}

TEST_CASE("the nearest candidate is near enough to be what was meant") {
  const std::vector<std::string> levels = {"white", "green", "amber", "red"};
  CHECK(nearest("WHTIE", levels) == "white");
  CHECK(nearest("gren", levels) == "green");
  CHECK(nearest("read", levels) == "red");
  CHECK_FALSE(nearest("purple", levels));
  CHECK_FALSE(nearest("", levels));
  CHECK_FALSE(nearest("white", {}));
}

TEST_CASE("slugs are lower case ASCII with single hyphens") {
  CHECK(slugify("OPSG 41/03") == "opsg-41-03");
  CHECK(slugify("  --A  (b)--  ") == "a-b");
  CHECK(slugify("caf\u00E9 9") == "caf-9");
  CHECK(slugify("\u20AC --") == "");
}

TEST_CASE("Slugs are no longer than file names may be, and differ where texts do") {
  const std::string text(200, 'a');
  CHECK(slugify(text) == text);
  const std::string longer = slugify(text + "b");
  CHECK(longer.size() == 200);
  CHECK(longer.starts_with("aaa"));
  CHECK(longer != slugify(text + "c"));
  CHECK(longer == slugify("A" + text.substr(1) + "b"));
}

}  // namespace
}  // namespace opsg
