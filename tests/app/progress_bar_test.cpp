#include "progress_bar.h"

#include <chrono>

#include "catch2.h"

namespace opsg::app {
namespace {

TEST_CASE("a bar is as long as what is done") {
  CHECK(progress_line({"rendering pages", 0, 200}, 80) ==
        "rendering pages [----------------------------------------] 0/200");
  CHECK(progress_line({"rendering pages", 50, 200}, 80) ==
        "rendering pages [##########------------------------------] 50/200");
  CHECK(progress_line({"rendering pages", 200, 200}, 80) ==
        "rendering pages [########################################] 200/200");
}

TEST_CASE("a bar is no wider than its terminal") {
  CHECK(progress_line({"trying links", 1, 4}, 28) == "trying links [##-------] 1/4");
  CHECK(progress_line({"trying links", 1, 4}, 25) == "trying links 1/4");
  CHECK(progress_line({"trying links", 1, 4}, 10) == "trying lin");
  CHECK(progress_line({"trying links", 1, 4}, 0) == "");
  for (std::size_t columns = 0; columns < 100; ++columns) {
    CHECK(progress_line({"rendering pages", 12345, 67890}, columns).size() <= columns);
    CHECK(progress_line({"auditing", 0, 0}, columns).size() <= columns);
  }
}

TEST_CASE("a stage without a known number of steps has no bar") {
  CHECK(progress_line({"auditing", 7, 0}, 80) == "auditing ...");
}

TEST_CASE("more steps than were announced make no longer bar") {
  CHECK(progress_line({"x", 9, 3}, 18) == "x [##########] 3/3");
}

TEST_CASE("a bar that nobody wants costs no time, and one that is over soon writes nothing") {
  const auto begun = std::chrono::steady_clock::now();
  {
    ProgressBar unwanted(false);
    unwanted.begin("x", 3);
    unwanted.step();
    ProgressBar brief(true);
    brief.begin("x", 3);
    brief.finish();
    brief.finish();
  }
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(900));
}

TEST_CASE("programs and people who want it quiet get no bar") {
  Options quiet;
  quiet.quiet = true;
  CHECK_FALSE(wants_progress_bar(quiet));
  Options json;
  json.format = OutputFormat::json;
  CHECK_FALSE(wants_progress_bar(json));
}

}  // namespace
}  // namespace opsg::app
