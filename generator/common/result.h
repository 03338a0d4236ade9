#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace opsg {

/// The machine refused (disk full, no permission, no such folder): exit status 4. What users
/// wrote wrongly is a Diagnostic instead.
struct Failure {
  std::string message;
};

template <class T>
using Result = tl::expected<T, Failure>;

inline tl::unexpected<Failure> failure(std::string message) {
  return tl::unexpected<Failure>(Failure{std::move(message)});
}

}  // namespace opsg
