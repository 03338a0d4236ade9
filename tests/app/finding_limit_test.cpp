#include "finding_limit.h"

#include <string>

#include "catch2.h"

namespace opsg::app {
namespace {

/// "ewe": an error, a warning and an error, in this order.
Diagnostics findings(const std::string& kinds) {
  Diagnostics diagnostics;
  for (const char kind : kinds) {
    const std::string message(1, kind);
    kind == 'e' ? diagnostics.error("label-empty", {}, message)
                : diagnostics.warning("id-malformed", {}, message);
  }
  return diagnostics;
}

std::string printed(const std::string& kinds, std::size_t most) {
  const Diagnostics all = findings(kinds);
  const FindingSelection selection = select_findings(all, most);
  std::string text;
  for (const Diagnostic* each : selection.printed) text += each->message;
  return text + " " + remainder_line(selection);
}

TEST_CASE("what is few is printed whole") {
  CHECK(printed("", 3) == " ");
  CHECK(printed("ewe", 3) == "ewe ");
}

TEST_CASE("errors are printed before warnings are, in the order of the findings") {
  CHECK(printed("wwewewe", 4) == "weee ... and 3 more warnings: --all prints them\n");
  CHECK(printed("eewe", 2) == "ee ... and 1 more error and 1 more warning: --all prints them\n");
  CHECK(printed("ww", 1) == "w ... and 1 more warning: --all prints them\n");
  CHECK(printed("ew", 0) == " ... and 1 more error and 1 more warning: --all prints them\n");
}

}  // namespace
}  // namespace opsg::app
