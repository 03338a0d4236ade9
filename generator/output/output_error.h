#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "result.h"

namespace opsg::output {

enum class OutputErrorKind {
  refused,  ///< The user chose a folder that must not be written: exit status 2.
  failed,   ///< The machine failed, or another build is at work: exit status 4.
};

/// Why nothing was published. The output folder is as it was, unless `message` says that the new
/// site stands and only the purge failed.
struct OutputError {
  OutputErrorKind kind = OutputErrorKind::failed;
  std::string message;

  OutputError(OutputErrorKind error_kind, std::string text)
      : kind(error_kind), message(std::move(text)) {}
  OutputError(Failure failure) : message(std::move(failure.message)) {}
};

template <class T>
using Outcome = tl::expected<T, OutputError>;

inline tl::unexpected<OutputError> refused(std::string message) {
  return tl::unexpected(OutputError(OutputErrorKind::refused, std::move(message)));
}

}  // namespace opsg::output
