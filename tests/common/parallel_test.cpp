#include "parallel.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "catch2.h"

namespace opsg {
namespace {

TEST_CASE("every index gets its turn exactly once, whatever the number of jobs") {
  for (const int jobs : {-1, 0, 1, 2, 8}) {
    std::vector<std::atomic<int>> turns(1000);
    for_each_index(turns.size(), jobs, [&](std::size_t i) { ++turns[i]; });
    for (const auto& turn : turns) REQUIRE(turn == 1);
  }
}

TEST_CASE("one job is this thread, in order") {
  std::vector<std::size_t> order;
  const auto caller = std::this_thread::get_id();
  bool here = true;
  for_each_index(100, 1, [&](std::size_t i) {
    order.push_back(i);
    here = here && std::this_thread::get_id() == caller;
  });
  REQUIRE(order.size() == 100);
  for (std::size_t i = 0; i < order.size(); ++i) CHECK(order[i] == i);
  CHECK(here);
}

TEST_CASE("after a failure no further step begins, and it is told") {
  std::vector<std::size_t> done;
  const auto result = try_each_index(100, 1, [&](std::size_t i) -> Result<void> {
    done.push_back(i);
    if (i == 3) return failure("three");
    return {};
  });
  REQUIRE_FALSE(result);
  CHECK(result.error().message == "three");
  CHECK(done == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("the first of several failures by index is told") {
  std::atomic<int> waiting = 0;
  const auto result = try_each_index(2, 2, [&](std::size_t i) -> Result<void> {
    // Both have begun before either fails, where two threads can be had at all.
    ++waiting;
    for (int turn = 0; turn < 1000 && waiting < 2; ++turn) std::this_thread::yield();
    return failure(std::to_string(i));
  });
  REQUIRE_FALSE(result);
  CHECK((waiting == 1 || result.error().message == "0"));
}

TEST_CASE("no steps are no failure") {
  CHECK(try_each_index(0, 4, [](std::size_t) -> Result<void> { return failure("never"); }));
}

}  // namespace
}  // namespace opsg
