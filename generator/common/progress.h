#pragma once

#include <cstddef>
#include <string_view>

namespace opsg {

/// Is told how far a long task has come. `step` may be called from any thread.
class Progress {
 public:
  virtual ~Progress() = default;

  /// A stage begins: "rendering", of so many steps; 0 where nobody can say how many. The name must
  /// outlive the task.
  virtual void begin(std::string_view stage, std::size_t steps) = 0;
  /// One step of the stage is done.
  virtual void step() = 0;
};

}  // namespace opsg
