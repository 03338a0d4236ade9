#pragma once

// See parallel_for.h.

namespace tbb {

class task_arena {
 public:
  explicit task_arena(int) {}

  template <class Work>
  auto execute(const Work& work) {
    return work();
  }
};

}  // namespace tbb
