#include "release_name.h"

#include "catch2.h"

namespace opsg::publishing {
namespace {

TEST_CASE("a release's name says its number, its time and its manifest") {
  const auto time = std::chrono::sys_days(std::chrono::year(2021) / 2 / 3) + std::chrono::hours(4);
  CHECK(make_release_name(7, time, "abc").text == "0007-20210203T040000Z-ba7816bf8f01");
  CHECK(make_release_name(12345, time, "").text == "12345-20210203T040000Z-e3b0c44298fc");
}

TEST_CASE("a release's name is read back, and nothing else is") {
  const auto name = parse_release_name("0042-20210203T040000Z-ba7816bf8f01");
  REQUIRE(name);
  CHECK(name->number == 42);
  CHECK(name->text == "0042-20210203T040000Z-ba7816bf8f01");
  for (const char* other :
       {"", "current", "42-20210203T040000Z-ba7816bf8f01", "00042-20210203T040000Z-ba7816bf8f01",
        "0042-20210203T040000-ba7816bf8f01", "0042-20210203T040000Z-BA7816BF8F01",
        "0042-20210203T040000Z-ba7816bf8f0", "0042-20210203T040000Z-ba7816bf8f01-",
        "-042-20210203T040000Z-ba7816bf8f01", "0042-20210203T040000Z-ba7816bf8f0/",
        "99999999999999999999999-20210203T040000Z-ba7816bf8f01"}) {
    CAPTURE(other);
    CHECK_FALSE(parse_release_name(other));
  }
}

}  // namespace
}  // namespace opsg::publishing
