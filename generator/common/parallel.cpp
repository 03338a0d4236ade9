#include "parallel.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <utility>
#include <vector>

namespace opsg {

void for_each_index(std::size_t count, int jobs, const std::function<void(std::size_t)>& step) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) step(i);
    return;
  }
  // Without it, more jobs than processors are refused with a word on stderr.
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(jobs));
  tbb::task_arena arena(jobs);
  arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, step); });
}

Result<void> try_each_index(std::size_t count, int jobs,
                            const std::function<Result<void>(std::size_t)>& step) {
  std::vector<Result<void>> results(count);
  std::atomic<bool> failed = false;
  for_each_index(count, jobs, [&](std::size_t i) {
    if (failed.load(std::memory_order_relaxed)) return;
    results[i] = step(i);
    if (!results[i]) failed.store(true, std::memory_order_relaxed);
  });
  for (Result<void>& result : results) {
    if (!result) return std::move(result);
  }
  return {};
}

}  // namespace opsg
