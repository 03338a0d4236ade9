#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "catch2.h"
#include "trap.h"

namespace opsg::test {
namespace {

bool updating_goldens() {
  return std::getenv("OPSG_UPDATE_GOLDEN") != nullptr;
}

}  // namespace

TEST_CASE("Each trap gives exactly the diagnostics and the output that its file says") {
  const std::vector<Trap> traps = load_traps();
  REQUIRE(traps.size() > 50);
  for (Trap trap : traps) {
    INFO("tests/site/traps/" << trap.name << ".txt");
    const TestBuild build = trap.site().build();
    if (updating_goldens()) {
      trap.update(build.diagnostics);
      continue;
    }
    CHECK(build.diagnostics == trap.expected_diagnostics());
    for (const OutputExpectation& expected : trap.output_expectations()) {
      INFO(expected.path);
      const bool found = build.file(expected.path).find(expected.text) != std::string_view::npos;
      CHECK(expected.text + (found ? " is there" : " is missing") ==
            expected.text + (expected.present ? " is there" : " is missing"));
    }
  }
}

TEST_CASE("A trap that stops the build is an error, and leaves no site") {
  for (const Trap& trap : load_traps()) {
    INFO(trap.name);
    const TestBuild build = trap.site().build();
    const bool errors = build.diagnostics.find(": error[") != std::string::npos;
    CHECK(build.ok() == !errors);
    CHECK(build.files.empty() == errors);
  }
}

}  // namespace opsg::test
