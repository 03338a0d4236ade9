#include "calendar_text.h"

#include <vector>

#include "catch2.h"
#include "hostile_text.h"
#include "text.h"

namespace opsg::released {
namespace {

std::string text_line(std::string_view value) {
  CalendarText out;
  out.text("SUMMARY", value);
  return out.take();
}

std::string unfolded(std::string text) {
  for (std::size_t at; (at = text.find("\r\n ")) != std::string::npos;) text.erase(at, 3);
  return text;
}

TEST_CASE("lines end with CRLF") {
  CalendarText out;
  out.line("BEGIN", "VEVENT");
  out.text("SUMMARY", "Meeting");
  CHECK(out.take() == "BEGIN:VEVENT\r\nSUMMARY:Meeting\r\n");
}

TEST_CASE("separators and line ends in text are escaped") {
  CHECK(text_line("a,b;c\\d\r\ne\nf:\"g\"") == "SUMMARY:a\\,b\\;c\\\\d\\ne\\nf:\"g\"\r\n");
  CHECK(text_line(test::kHostileText) ==
        "SUMMARY:=cmd() ]]> <b>&amp\\;</b> --> \"it's\"\\, a\\;b\\\\n\\nnext\ttab \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "
        "\r\n 🎉 \uFFFD\uFFFD \uFFFD\r\n");
}

TEST_CASE("a line of 75 octets is whole, one of 76 is folded") {
  const std::string longest(75 - 8, 'x');
  CHECK(text_line(longest) == "SUMMARY:" + longest + "\r\n");
  CHECK(text_line(longest + "y") == "SUMMARY:" + longest + "\r\n y\r\n");
}

TEST_CASE("no fold cuts a character, and unfolding gives the line back") {
  for (std::size_t offset = 0; offset < 8; ++offset) {
    std::string value(offset, 'x');
    for (int i = 0; i < 60; ++i) value += "é🎉€";
    const std::string folded = text_line(value);
    for (const std::string_view line : split_lines(folded)) {
      CHECK(line.size() <= 75);
      CHECK(is_valid_utf8(line));
    }
    CHECK(unfolded(folded) == "SUMMARY:" + value + "\r\n");
  }
}

}  // namespace
}  // namespace opsg::released
