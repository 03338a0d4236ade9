#pragma once

#include <cstddef>
#include <functional>

#include "result.h"

namespace opsg {

/// Calls `step` with 0 to `count` - 1, by up to `jobs` threads at once. One job is this thread, in
/// order, and starts no other, so that a process may fork before.
void for_each_index(std::size_t count, int jobs, const std::function<void(std::size_t)>& step);

/// Likewise, with steps that may fail: after a failure no further step begins. The first failure
/// by index, of those that happened.
Result<void> try_each_index(std::size_t count, int jobs,
                            const std::function<Result<void>(std::size_t)>& step);

}  // namespace opsg
