#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

std::string diagnostics_of(std::string bytes) {
  TestSite site({{"content/pages/about.md", std::move(bytes)}});
  return site.diagnostics();
}

const std::string kFront = "+++\nclassification = \"white\"\n+++\n";

TEST_CASE("Text files hold text") {
  CHECK(diagnostics_of(kFront + "a\n\xC3\xA9t\xE9\n") ==
        "content/pages/about.md:5:4: error[not-text]: the file holds bytes that are no UTF-8\n"
        "    5 | \xC3\xA9t\xEF\xBF\xBD\n"
        R"(      |   ^
  help: save it as UTF-8 text

)");
  CHECK(diagnostics_of(kFront + std::string("a\0b", 3)) ==
        "content/pages/about.md:4:2: error[not-text]: the file holds a NUL byte\n"
        "    4 | a\xEF\xBF\xBD"
        "b\n"
        R"(      |  ^
  help: save it as UTF-8 text

)");
}

TEST_CASE("Control characters and lone carriage returns, which could hide a marking, are errors") {
  CHECK(diagnostics_of(kFront + "a\rb\n").find("a carriage return without a line feed") !=
        std::string::npos);
  CHECK(diagnostics_of(kFront + "a\x1B[31m\n").find("the control character U+001B") !=
        std::string::npos);
  CHECK(diagnostics_of(kFront + "a\tb\r\nc\r\n") == "");
  CHECK(diagnostics_of(kFront + "\u202E(REBMA)\u202C a\n") ==
        "content/pages/about.md:4:1: error[not-text]: the file holds the control character U+202E\n"
        "    4 | \uFFFD(REBMA)\uFFFD a\n"
        R"(      | ^
  help: take it out; it turns the direction of the text that is shown

)");
  CHECK(diagnostics_of(kFront + "a\fb\n") ==
        "content/pages/about.md:4:2: error[not-text]: the file holds the control character U+000C\n"
        "    4 | a\xEF\xBF\xBD"
        "b\n"
        R"(      |  ^
  help: take the page break out

)");
}

TEST_CASE("A reference to such a character is an error as well") {
  CHECK(diagnostics_of(kFront + "a\n&#x202E;(REBMA)\n") ==
        R"(content/pages/about.md:5:1: error[not-text]: the file holds a reference to the control character U+202E
    5 | &#x202E;(REBMA)
      | ^~~~~~~~
  help: take it out; it turns the direction of the text that is shown

)");
  for (const std::string reference :
       {"&#8238;", "&#X202a;", "&#08297;", "\\\\&#x2066;", "&&#x1B;", "&#0;", "&#13;", "&#x7f;"}) {
    CAPTURE(reference);
    CHECK(diagnostics_of(kFront + "a " + reference + " b\n").find("a reference to the control") !=
          std::string::npos);
  }
}

TEST_CASE("References to other characters are text") {
  for (const std::string text :
       {"&#x202F;", "&#8239;", "&rlm;", "&#9;", "&#10;", "\\&#x202E;", "&#x202E", "&#;", "&#x;",
        "&#x202E0000;", "&#-8238;", "&#99999999;", "&amp;#x202E;", "&#"}) {
    CAPTURE(text);
    CHECK(diagnostics_of(kFront + "a " + text + " b\n") == "");
  }
}

std::string repeated(const std::string& piece, std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += piece;
  return text;
}

TEST_CASE("A row of more columns than anyone can read is an error before it is parsed") {
  const std::string bars = repeated("|", 200);
  CHECK(diagnostics_of(kFront + bars + "\n") == "");
  CHECK(diagnostics_of(kFront + "x\n" + bars + "|\n")
            .starts_with("content/pages/about.md:5:1: error[table-too-wide]: a line with more than "
                         "200 bars (`|`)\n"));
}

TEST_CASE("A table that would be filled up to gigabytes is an error before it is parsed") {
  const std::string table = repeated("|", 200) + "\n" + repeated("|-", 199) + "|\n";
  CHECK(diagnostics_of(kFront + "x\n" + table + repeated("a|\n", 10'000))
            .starts_with("content/pages/about.md:5:1: error[text-expands]: a line with 200 bars "
                         "(`|`) in a text of 10007 lines, each of which may be a row of as many "
                         "cells\n"));
  CHECK(diagnostics_of(kFront + repeated("| a | b | c |\n", 10'000)) == "");
}

TEST_CASE("A link that would be copied up to gigabytes is an error before it is parsed") {
  const std::string address = repeated("a", 50'000);
  const std::string references = "\n\n" + repeated("[x] ", 2'000) + "\n";
  const std::string told =
      "content/pages/about.md:4:3: error[text-expands]: an address or title of ";
  CHECK(diagnostics_of(kFront + "[x]: " + address + references).starts_with(told + "50001 "));
  CHECK(diagnostics_of(kFront + "[x]:\n" + address + references).starts_with(told));
  for (const std::string opener : {"\"", "'", "("}) {
    CAPTURE(opener);
    const std::string lines = repeated(address.substr(0, 500) + '\n', 100);
    CHECK(diagnostics_of(kFront + "[x]: /u " + opener + lines + references).starts_with(told));
    CHECK(diagnostics_of(kFront + "[x]: /u\n " + opener + lines + references).starts_with(told));
    CHECK(diagnostics_of(kFront + "[x]:\n/u " + opener + lines + references).starts_with(told));
  }
}

TEST_CASE("Many links with addresses and titles of their own are as large as they are") {
  std::string text = kFront;
  for (int i = 0; i < 2'000; ++i) {
    const std::string number = std::to_string(i);
    text += "[a" + number + "]: https://committee.example/documents/" + number + " \"Paper " +
            number + "\"\n";
  }
  text += "\n";
  for (int i = 0; i < 2'000; ++i) text += "See [a" + std::to_string(i) + "].\n";
  CHECK(diagnostics_of(text) == "");
}

TEST_CASE("TOML files are checked too") {
  TestSite site({{"content/meetings/m/meeting.toml", "code = \"\xFF\"\n"},
                 {"content/glossary.toml", "\xFF"}});
  CHECK(site.has_error("not-text"));
  CHECK(site.diagnostics().find("content/glossary.toml:1:1: error[not-text]") == 0);
}

}  // namespace
}  // namespace opsg::restricted::testing
