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
}

TEST_CASE("A table that would be filled up to gigabytes is an error before it is parsed") {
  std::string bars;
  for (int i = 0; i < 200; ++i) bars += '|';
  CHECK(diagnostics_of(kFront + bars + "\n") == "");
  CHECK(diagnostics_of(kFront + "x\n" + bars + "|\n")
            .starts_with("content/pages/about.md:5:1: error[table-too-wide]: a line with more than "
                         "200 bars (`|`)\n"));
}

TEST_CASE("TOML files are checked too") {
  TestSite site({{"content/meetings/m/meeting.toml", "code = \"\xFF\"\n"},
                 {"content/glossary.toml", "\xFF"}});
  CHECK(site.has_error("not-text"));
  CHECK(site.diagnostics().find("content/glossary.toml:1:1: error[not-text]") == 0);
}

}  // namespace
}  // namespace opsg::restricted::testing
