#pragma once

#include <cstdint>
#include <cstdlib>

namespace opsg::test {

/// How much a test is asked to do: OPSG_SEEDS=5000 looks longer; OPSG_FIRST_SEED=N begins at a seed
/// that failed.
inline std::uint64_t environment_number(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value ? std::strtoull(value, nullptr, 10) : otherwise;
}

}  // namespace opsg::test
