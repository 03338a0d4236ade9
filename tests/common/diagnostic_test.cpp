#include "diagnostic.h"

#include <string>
#include <utility>

#include "catch2.h"
#include "diagnostic_printer.h"

namespace opsg {
namespace {

SourceSpan span_at(std::uint32_t line, std::uint32_t column, std::uint32_t length) {
  return {SourcePath("content/a.md"), line, column, length};
}

/// A context in which every line of every file is `line`.
DiagnosticContext showing(std::string_view line) {
  DiagnosticContext context;
  context.line_text = [line](const SourcePath&, std::uint32_t) { return std::optional(line); };
  return context;
}

std::string printed(std::string_view line, const SourceSpan& span) {
  Diagnostics sink;
  return format_diagnostic(sink.error("some-code", span, "wrong"), showing(line));
}

TEST_CASE("findings are sorted by place, and equal ones kept once") {
  Diagnostics sink;
  sink.warning("b", span_at(2, 1, 1), "second line");
  sink.error("a", span_at(1, 9, 1), "first line, later");
  sink.error("a", span_at(1, 2, 1), "first line");
  sink.error("a", span_at(1, 2, 1), "first line");
  sink.sort();
  REQUIRE(sink.items().size() == 3);
  CHECK(sink.items()[0].message == "first line");
  CHECK(sink.items()[1].message == "first line, later");
  CHECK(sink.items()[2].message == "second line");
}

TEST_CASE("warnings are no errors") {
  Diagnostics sink;
  CHECK(sink.empty());
  sink.warning("w", span_at(1, 1, 1), "careful");
  CHECK_FALSE(sink.has_errors());
  Diagnostics other;
  other.error("e", span_at(1, 1, 1), "wrong");
  sink.append(std::move(other));
  CHECK(sink.has_errors());
  CHECK(sink.items().size() == 2);
}

TEST_CASE("a finding is printed as a good compiler prints it") {
  Diagnostics sink;
  Diagnostic& finding = sink.error("handling-mismatch", span_at(3, 12, 9),
                                   "labelled white, but its handling statement is green's");
  finding.note("white's statement is \"Public.\"")
      .note("labelled here", span_at(2, 1, 14))
      .with_help("label it green, or correct the statement");
  DiagnosticContext context;
  context.line_text = [](const SourcePath&, std::uint32_t line) {
    return std::optional<std::string_view>(line == 3 ? "handling = \"Parties\""
                                                     : "classification = \"white\"");
  };
  CHECK(format_diagnostic(finding, context) ==
        "content/a.md:3:12: error[handling-mismatch]: labelled white, but its handling statement "
        "is green's\n"
        "    3 | handling = \"Parties\"\n"
        "      |            ^~~~~~~~~\n"
        "  note: white's statement is \"Public.\"\n"
        "  note: content/a.md:2:1: labelled here\n"
        "    2 | classification = \"white\"\n"
        "      | ^~~~~~~~~~~~~~\n"
        "  help: label it green, or correct the statement\n");
}

TEST_CASE("a finding about a whole file has no line") {
  Diagnostics sink;
  const Diagnostic& finding = sink.warning("unlisted", span_at(0, 0, 0), "not in meeting.toml");
  CHECK(format_diagnostic(finding, {}) == "content/a.md: warning[unlisted]: not in meeting.toml\n");
}

TEST_CASE("the caret stands under its text") {
  const std::string head = "content/a.md:7:";
  CHECK(printed("\xE2\x82\xAC\xE2\x82\xAC x", span_at(7, 8, 1)) ==
        head + "8: error[some-code]: wrong\n    7 | \xE2\x82\xAC\xE2\x82\xAC x\n      |    ^\n");
  CHECK(printed("abc", span_at(7, 4, 0)) ==
        head + "4: error[some-code]: wrong\n    7 | abc\n      |    ^\n");
  CHECK(printed("abc", span_at(7, 90, 5)) ==
        head + "90: error[some-code]: wrong\n    7 | abc\n      |    ^\n");
}

TEST_CASE("a record cannot drive the reader's terminal") {
  CHECK(printed("\x1B[2Jx", span_at(1, 1, 1)) ==
        "content/a.md:1:1: error[some-code]: wrong\n    1 | \xEF\xBF\xBD[2Jx\n      | ^\n");
}

TEST_CASE("colour is asked for") {
  Diagnostics sink;
  DiagnosticContext context;
  context.color = true;
  CHECK(format_diagnostic(sink.error("e", span_at(0, 0, 0), "wrong"), context) ==
        "content/a.md: \x1B[1;31merror[e]\x1B[0m: wrong\n");
  CHECK(format_diagnostic(sink.warning("w", span_at(0, 0, 0), "odd"), context) ==
        "content/a.md: \x1B[1;33mwarning[w]\x1B[0m: odd\n");
}

TEST_CASE("withheld text is not quoted where it may not be") {
  DiagnosticContext context = showing("(AMBER) the secret supplier");
  context.may_quote = [](const SourceSpan& span) { return span.line != 5; };
  const std::string hidden =
      "error[e]: concerns text that is withheld from the public (--show-withheld prints it)\n";

  Diagnostics sink;
  CHECK(format_diagnostic(sink.error("e", span_at(5, 2, 3), "the secret supplier"), context) ==
        "content/a.md:5:2: " + hidden);
  Diagnostic& by_note = sink.error("e", span_at(4, 1, 1), "clashes with the secret supplier");
  by_note.note("here", span_at(5, 1, 1)).with_help("name no secret supplier");
  CHECK(format_diagnostic(by_note, context) == "content/a.md:4:1: " + hidden);
}

TEST_CASE("each finding is followed by an empty line") {
  Diagnostics sink;
  sink.error("a", span_at(0, 0, 0), "one");
  sink.error("b", span_at(0, 0, 0), "two");
  CHECK(format_diagnostics(sink, {}) ==
        "content/a.md: error[a]: one\n\ncontent/a.md: error[b]: two\n\n");
}

TEST_CASE("that a label is missing or empty is told without its line") {
  DiagnosticContext context;
  context.line_text = [](const SourcePath&, std::uint32_t) { return std::string_view("secret"); };
  context.may_quote = [](const SourceSpan&) { return false; };
  Diagnostics found;
  found.error("label-empty", SourceSpan{SourcePath("a.md"), 2, 18, 2}, "the label is empty")
      .note("elsewhere", SourceSpan{SourcePath("a.md"), 5, 1, 1})
      .with_help("the levels are white, red");
  CHECK(format_diagnostics(found, context) ==
        "a.md:2:18: error[label-empty]: the label is empty\n"
        "  help: the levels are white, red\n\n");
  found.mark_withheld({});
  CHECK(format_diagnostics(found, context).find("the label is empty") == std::string::npos);
}

TEST_CASE("what those would not find who see less tells of withheld text") {
  const SourceSpan place{SourcePath("a.md"), 3, 1, 4}, elsewhere{SourcePath("a.md"), 9, 1, 4};
  const auto found_by = [&](const std::string& help, const std::string& note) {
    Diagnostics found;
    found.warning("gap", place, "2 is missing").note(note).with_help(help);
    found.error("party-unknown", elsewhere, "who?");
    return found;
  };
  const auto marks = [](const Diagnostics& found) {
    std::vector<bool> list;
    for (const Diagnostic& d : found.items()) list.push_back(d.tells_withheld);
    return list;
  };
  using Marks = std::vector<bool>;
  Diagnostics found = found_by("did you mean X?", "here");
  found.mark_withheld(found_by("did you mean X?", "here"));
  CHECK(marks(found) == Marks{false, false});
  found.mark_withheld(found_by("did you mean Y?", "here"));
  CHECK(marks(found) == Marks{true, false});
  found.mark_withheld(found_by("did you mean X?", "there"));
  CHECK(marks(found) == Marks{true, false});
  found.mark_withheld({});
  CHECK(marks(found) == Marks{true, true});
  DiagnosticContext context;
  CHECK(may_quote_whole(found.items().front(), context));
  context.may_quote = [](const SourceSpan&) { return true; };
  CHECK_FALSE(may_quote_whole(found.items().front(), context));
}

}  // namespace
}  // namespace opsg
