#pragma once

// Debian's TBB is not built for the thread sanitizer, which would take every hand-over between its
// threads for a race. Builds of the `tsan` preset find this header instead: the same loops on threads
// that the sanitizer understands.

#include <atomic>
#include <thread>
#include <vector>

namespace tbb {

/// More threads than a loop needs find more races than as many as there are processors.
inline constexpr int kThreads = 4;

/// Calls `body` with every index from `first` to before `last`. Nested loops start threads of their
/// own.
template <class Index, class Body>
void parallel_for(Index first, Index last, const Body& body) {
  std::atomic<Index> next = first;
  std::vector<std::jthread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (Index at = next++; at < last; at = next++) body(at);
    });
  }
}

}  // namespace tbb
