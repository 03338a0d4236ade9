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

TEST_CASE("letters are told in words, too") {
  CHECK(id_wording(R"([A-Z]{3}-\d+)") ==
        "ids look like `ABC-12`: three capital letters, `-` and a number");
  CHECK(id_wording(R"([A-Za-z]/\w{2})") ==
        "ids look like `A/AB`: a letter, `/` and two letters or digits");
  CHECK(id_wording("[a-z]+[A-Z0-9]") ==
        "ids look like `abA`: small letters and a capital letter or digit");
  CHECK(id_wording(R"(\w+\d)") == "ids look like `AB1`: letters or digits and a digit");
}

TEST_CASE("of a pattern that words do not tell in full there are examples") {
  CHECK(id_wording(R"((CPM\d+|PM\d+(\.\d+)?))") == "ids look like `CPM12` or `PM12`, for example");
  CHECK(id_wording(R"((A|B)\d)") == "ids look like `A1` or `B1`, for example");
  CHECK(id_wording(R"(R\d{2,4})") == "ids look like `R01`, for example");
}

TEST_CASE("a pattern that is not understood is shown") {
  for (const char* pattern :
       {R"(R\d{12})", "A(b){2}", "a{", "(", R"(\Q.)", "(?i)opsg", "x**", "", R"(\bR\d)"}) {
    CHECK(id_wording(pattern) == "ids have the form `" + std::string(pattern) + "`");
  }
}

}  // namespace
}  // namespace opsg::test
