#include "id_wording.h"

#include "catch2.h"

namespace opsg::test {
namespace {

using released::id_wording;

TEST_CASE("an id's form is told in words, with an example") {
  CHECK(id_wording(R"(OPSG \d+x*/\d{2})") ==
        "ids look like `OPSG 12/01`: `OPSG`, a number, perhaps `x`, `/` and two digits");
  CHECK(id_wording(R"(Risk \d{3})") == "ids look like `Risk 001`: `Risk` and three digits");
  CHECK(id_wording(R"(A\.\d)") == "ids look like `A.1`: `A`, `.` and a digit");
  CHECK(id_wording(R"(COM-[0-9]+)") == "ids look like `COM-12`: `COM-` and a number");
}

TEST_CASE("of a pattern that words do not tell in full there is an example") {
  CHECK(id_wording(R"((CPM\d+|PM\d+(\.\d+)?))") ==
        R"(ids have the form `(CPM\d+|PM\d+(\.\d+)?)`, such as `CPM12`)");
  CHECK(id_wording(R"(R\d{2,4})") == R"(ids have the form `R\d{2,4}`, such as `R01`)");
}

TEST_CASE("a pattern that is not understood is shown") {
  for (const char* pattern : {R"(\w+\d)", "[A-Z]+", R"(R\d{12})", "A(b){2}", "a{", "(", R"(\Q.)",
                              "(?i)opsg", "x**", "", R"(\bR\d)"}) {
    CHECK(id_wording(pattern) == "ids have the form `" + std::string(pattern) + "`");
  }
}

}  // namespace
}  // namespace opsg::test
