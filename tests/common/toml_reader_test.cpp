#include "toml_reader.h"

#include <string>

#include "catch2.h"
#include "diagnostic_printer.h"

namespace opsg {
namespace {

std::string diagnostics_of(const std::string& text, std::uint32_t first_line = 1) {
  Diagnostics diagnostics;
  read_toml(text, SourcePath("a.toml"), first_line, diagnostics);
  return format_diagnostics(diagnostics, {});
}

std::string repeat(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string too_deep_at(const std::string& place) {
  return "a.toml:" + place +
         ": error[toml-syntax]: more than 64 tables and lists inside each other\n"
         "  help: shorten the dotted key, or check for a bracket that is not closed\n\n";
}

TEST_CASE("Keys of ever so many parts are refused before anything recurses into them") {
  CHECK(diagnostics_of(repeat("a.", 10000) + "b = 1\n") == too_deep_at("1:130"));
  CHECK(diagnostics_of("b = 1\n[" + repeat("a.", 10000) + "a]\n") == too_deep_at("2:131"));
  CHECK(diagnostics_of("[[" + repeat("'a' . ", 10000) + "a]]\n", 3) == too_deep_at("3:391"));
  CHECK(diagnostics_of("a = " + repeat("[", 10000)) == too_deep_at("1:69"));
}

TEST_CASE("Headers, dotted keys and inline tables nest together") {
  const std::string header = "[" + repeat("a.", 30) + "a]\n";
  CHECK(diagnostics_of(header + repeat("b.", 34) + "b = 1\n").empty());
  CHECK(diagnostics_of(header + repeat("b.", 35) + "b = 1\n") == too_deep_at("2:70"));
  CHECK(diagnostics_of(header + "x = {y.z = {" + repeat("b.", 40) + "b = 1}}\n") ==
        too_deep_at("2:76"));
  CHECK(diagnostics_of("x = " + repeat("{a.b.c = ", 400) + "1" + repeat("}", 400)) ==
        too_deep_at("1:196"));
}

TEST_CASE("What is in strings, comments and neighbours does not nest") {
  const std::string dots = repeat("a.[{", 200);
  CHECK(diagnostics_of("a = \"" + dots + "\\\"" + dots + "\"\n").empty());
  CHECK(diagnostics_of("a = '" + dots + "\\'\n\"" + dots + "\" = 1 # " + dots + "\n").empty());
  CHECK(diagnostics_of("a = \"\"\"\n" + dots + "\\\"\"\"\n" + dots + "\"\"\"\"\"\n").empty());
  CHECK(diagnostics_of("a = '''\n" + dots + "''\n" + dots + "'''\n").empty());
  CHECK(diagnostics_of("a = [" + repeat("{b.c = 1.5},\n", 200) + "]\n").empty());
  CHECK(diagnostics_of("a = [" + repeat("[1.5, 2.5],\n", 200) + "]\n" + repeat("[[b.c]]\n", 200))
            .empty());
}

TEST_CASE("Times have no fractions of a second, which nothing could keep") {
  const std::string finding =
      "error[toml-fraction]: times are given to the second\n"
      "  help: leave out the fraction, or write the next second\n\n";
  CHECK(diagnostics_of("embargo = 2021-02-01T10:00:00.9\n") == "a.toml:1:11: " + finding);
  CHECK(diagnostics_of("time = 10:00:00.000000001\n") == "a.toml:1:8: " + finding);
  CHECK(diagnostics_of("time = 10:00:00.0\n").empty());
}

TEST_CASE("Escapes cannot write control characters") {
  CHECK(diagnostics_of("code = \"a\\u0000b\"\n") ==
        "a.toml:1:8: error[control-character]: the control character U+0000\n"
        "  help: leave it out: no page or file of the site can hold it\n\n");
  CHECK(diagnostics_of("b = 1\n\"x\\u001B\" = 1\n") ==
        "a.toml:2:1: error[control-character]: the control character U+001B\n"
        "  help: leave it out: no page or file of the site can hold it\n\n");
  for (const char* escape : {"\\b", "\\f", "\\r", "\\u007F", "\\u0085", "\\U0000009F"}) {
    CHECK_FALSE(diagnostics_of("a = [{b = \"" + std::string(escape) + "\"}]\n").empty());
  }
}

TEST_CASE("Tabs and line ends are text") {
  CHECK(diagnostics_of("a = \"x\\t\\n\\u00A0\\U0001F600\"\n").empty());
  CHECK(diagnostics_of("a = \"\"\"x\r\ny\"\"\"\r\nb = '''x\r\ny'''\r\n").empty());
}

TEST_CASE("What turns the direction of text is refused, also where an escape writes it") {
  CHECK(diagnostics_of("title = \"\\u202E(REBMA)\"\n") ==
        "a.toml:1:9: error[control-character]: the control character U+202E\n"
        "  help: leave it out: no page or file of the site can hold it\n\n");
}

TEST_CASE("A time without seconds is told that it lacks them") {
  CHECK(diagnostics_of("start = 10:00\n") ==
        "a.toml:1:14: error[toml-syntax]: Error while parsing time: expected ':', saw '\\n'\n"
        "  help: a time has seconds too: 10:00:00\n\n");
}

}  // namespace
}  // namespace opsg
