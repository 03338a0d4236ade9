#include "profile.h"

#include <thread>
#include <tuple>

#include "catch2.h"

namespace opsg {
namespace {

TEST_CASE("what contains other work comes before it") {
  Profile profile;
  {
    StageTimer outer(&profile, "outer");
    { const StageTimer first(&profile, "first"); }
    { const StepTimer second(&profile, "second", "a/b"); }
    outer.set_count(3);
  }
  const auto spans = profile.spans();
  REQUIRE(spans.size() == 3);
  CHECK(spans[0].name == "outer");
  CHECK(spans[0].count == 3);
  CHECK(spans[1].name == "first");
  CHECK(spans[2].name == "second");
  CHECK(spans[2].subject == "a/b");
  CHECK(spans[2].kind == SpanKind::step);
  CHECK(spans[0].begin <= spans[1].begin);
  CHECK(spans[2].end() <= spans[0].end());
  CHECK(spans[0].end() <= profile.elapsed());
}

TEST_CASE("a stage may end before its scope, and ends once") {
  Profile profile;
  {
    StageTimer timer(&profile, "short");
    timer.finish();
    timer.finish();
    const StageTimer next(&profile, "next");
  }
  const auto spans = profile.spans();
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].name == "short");
  CHECK(spans[0].end() <= spans[1].begin);
}

TEST_CASE("a stage counts the processors' time of all threads, a step its own") {
  Profile profile;
  const auto work = [] {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < 20'000'000; ++i) sum += i * sum + 1;
    volatile std::size_t kept = sum;
    static_cast<void>(kept);
  };
  {
    const StageTimer stage(&profile, "stage");
    const StepTimer idle(&profile, "idle", "");
    std::jthread([&] {
      const StepTimer busy(&profile, "busy", "");
      work();
    }).join();
  }
  const auto spans = profile.spans();
  REQUIRE(spans.size() == 3);
  const auto& [stage, idle, busy] = std::tie(spans[0], spans[1], spans[2]);
  CHECK(stage.name == "stage");
  CHECK(busy.name == "busy");
  CHECK(busy.cpu.count() > 0);
  CHECK(stage.cpu >= busy.cpu);
  CHECK(idle.cpu < busy.cpu);
  CHECK(idle.thread != busy.thread);
}

TEST_CASE("nothing is measured without a profile") {
  StageTimer timer(nullptr, "nothing");
  timer.set_count(1);
  timer.finish();
  const StepTimer step(nullptr, "nothing", "x");
}

TEST_CASE("threads add to one profile at a time") {
  Profile profile;
  constexpr std::size_t kThreads = 4;
  constexpr std::size_t kSteps = 500;
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < kThreads; ++i) {
      threads.emplace_back([&] {
        for (std::size_t step = 0; step < kSteps; ++step) StepTimer(&profile, "step", "x");
      });
    }
  }
  const auto spans = profile.spans();
  CHECK(spans.size() == kThreads * kSteps);
  for (const ProfileSpan& span : spans) CHECK(span.thread < kThreads);
}

}  // namespace
}  // namespace opsg
