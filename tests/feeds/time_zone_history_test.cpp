#include "time_zone_history.h"

#include "catch2.h"

namespace opsg::released {
namespace {

using std::chrono::hours;
using std::chrono::year;

LocalDateTime at(Date day, int hour) {
  return LocalDateTime(std::chrono::sys_days(day).time_since_epoch() + hours(hour));
}

TEST_CASE("the clocks of London over a year") {
  const auto changes = clock_changes("Europe/London", year(2021) / 1 / 25, year(2021) / 12 / 1);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].at == at(year(2020) / 10 / 25, 2));
  CHECK(changes[0].from == hours(1));
  CHECK(changes[0].to == hours(0));
  CHECK(changes[0].name == "GMT");
  CHECK_FALSE(changes[0].daylight);
  CHECK(changes[1].at == at(year(2021) / 3 / 28, 1));
  CHECK(changes[1].from == hours(0));
  CHECK(changes[1].to == hours(1));
  CHECK(changes[1].name == "BST");
  CHECK(changes[1].daylight);
  CHECK(changes[2].at == at(year(2021) / 10 / 31, 2));
}

TEST_CASE("only the days asked for count") {
  CHECK(clock_changes("Europe/London", year(2021) / 1 / 1, year(2021) / 1 / 2).size() == 1);
  CHECK(clock_changes("Europe/London", year(2021) / 3 / 27, year(2021) / 3 / 28).size() == 2);
}

TEST_CASE("a clock that never changes has its offset from 1900 on") {
  const auto changes = clock_changes("UTC", year(2021) / 1 / 1, year(2030) / 1 / 1);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].at == at(year(1900) / 1 / 1, 0));
  CHECK(changes[0].from == hours(0));
  CHECK(changes[0].to == hours(0));
}

TEST_CASE("local mean time has seconds") {
  const auto changes = clock_changes("Europe/Amsterdam", year(1901) / 1 / 1, year(1901) / 1 / 2);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].from == changes[0].to);
}

}  // namespace
}  // namespace opsg::released
