#include "live_confirmation.h"

#include "catch2.h"

namespace opsg::app {
namespace {

using publishing::Difference;
using publishing::DifferenceKind;

constexpr const char* kUrl = "https://opsg.example/";
constexpr const char* kAdvice =
    "See that the host serves this target at that address, and clear its caches; then publish "
    "again, which looks again. Where the address is not served yet, --no-verify-live passes this "
    "check over.";

publishing::LiveCheck failed_check() {
  return {0,
          0,
          {Difference{DifferenceKind::withdrawn, "a/index.html",
                      "https://opsg.example/a/: it answers 200"},
           Difference{DifferenceKind::withdrawn, "b.html",
                      "https://opsg.example/b.html: it answers 200"},
           Difference{DifferenceKind::missing, "index.html", ""}}};
}

std::string told(const std::string& list) {
  return "the release is out, but https://opsg.example/ does not serve it as it should:\n" + list +
         kAdvice;
}

TEST_CASE("what is still served is named to those who may read it") {
  CHECK(live_failure(failed_check(), kUrl, LogQuote::all) ==
        told("  withdrawn: a/index.html (https://opsg.example/a/: it answers 200)\n"
             "  withdrawn: b.html (https://opsg.example/b.html: it answers 200)\n"
             "  missing: index.html\n"));
}

TEST_CASE("where others read along, what is still served is counted and not named") {
  CHECK(live_failure(failed_check(), kUrl, LogQuote::public_now) ==
        told("  missing: index.html\n"
             "  withdrawn: 2 addresses, which are not named (--show-withheld names them)\n"));
}

TEST_CASE("of another audience's site nothing is named where others read along") {
  CHECK(live_failure(failed_check(), kUrl, LogQuote::nothing) ==
        told("  withdrawn: 2 addresses, which are not named (--show-withheld names them)\n"
             "  missing: 1 address, which is not named (--show-withheld names it)\n"));
}

}  // namespace
}  // namespace opsg::app
