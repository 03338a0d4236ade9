#include "catch2.h"
#include "extraction_probe.h"

namespace opsg::extraction::testing {
namespace {

using namespace std::string_literals;

std::string text_of(std::string_view bytes) {
  const Extracted extracted = extract(bytes, "minutes.txt");
  CHECK(extracted.findings == "");
  return extracted.text;
}

TEST_CASE("Lines are read as they stand, whatever ends them") {
  CHECK(text_of("one\ntwo\r\nthree\rfour") == "one\ntwo\nthree\nfour\n");
  CHECK(text_of("one\n\n\ntwo\n\n") == "one\n\n\ntwo\n");
}

TEST_CASE("Tabs part cells, also at the end of a row; spaces at the end are nothing") {
  CHECK(text_of("Owner\tDCC\t\t\n\tMember \n \t \nend") == "Owner\tDCC\t\t\n\tMember\n\nend\n");
}

TEST_CASE("A form feed begins a page and no line of its own") {
  CHECK(text_of("one\n\ftwo\n\fthree\n") == "one\npage 2:\ntwo\npage 3:\nthree\n");
}

TEST_CASE("A byte order mark is no text") {
  CHECK(text_of("\xEF\xBB\xBFMinutes") == "Minutes\n");
}

TEST_CASE("UTF-16 is read by its byte order mark, either way round") {
  CHECK(text_of("\xFF\xFE\x1C\x20O\0K\0\x1D\x20"s) == "“OK”\n");
  CHECK(text_of("\xFE\xFF\x20\x1C\0O\0K\x20\x1D"s) == "“OK”\n");
  CHECK(text_of("\xFF\xFE\x3D\xD8\x00\xDE"s) == "\U0001F600\n");
}

TEST_CASE("Broken UTF-16 is read as far as it goes, and told") {
  const Extracted extracted = extract("\xFF\xFE\x3D\xD8O\0"s, "minutes.txt");
  CHECK(extracted.text == "\uFFFDO\n");
  CHECK(extracted.findings ==
        "minutes.txt: warning[import-encoding]: 1 broken characters of its UTF-16 were replaced by "
        "U+FFFD\n  help: save it as UTF-8\n\n");
}

TEST_CASE("What is not UTF-8 is read as Windows-1252, and told") {
  const Extracted extracted = extract(
      "\x93OK\x94 \x96 \xA3"
      "5",
      "minutes.txt");
  CHECK(extracted.text == "“OK” – £5\n");
  CHECK(extracted.findings ==
        "minutes.txt: warning[import-encoding]: it is not UTF-8 and was read as Windows-1252\n"
        "  help: see whether quotes, dashes and accents are right, or save it as UTF-8\n\n");
}

TEST_CASE("Controls and invisible characters are taken out, and told") {
  const Extracted extracted = extract("one\nt\x07w\xE2\x80\x8Bo \xE2\x80\xAEthree", "minutes.txt");
  CHECK(extracted.text == "one\ntwo three\n");
  CHECK(extracted.findings ==
        "minutes.txt:2:1: warning[import-characters]: 3 control or invisible characters were left "
        "out, the first one here\n"
        "  help: see whether a word around it was meant to be another\n\n");
}

TEST_CASE("Spaces of other widths are spaces") {
  CHECK(text_of("MP\xC2\xA0"
                "116 \xE2\x80\x89x") == "MP 116  x\n");
}

}  // namespace
}  // namespace opsg::extraction::testing
