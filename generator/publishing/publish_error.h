#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "output_error.h"
#include "result.h"

namespace opsg::publishing {

enum class PublishErrorKind {
  refused,     ///< The user must decide or correct something first: exit status 2.
  unverified,  ///< What stands there is not what should: exit status 3.
  failed,      ///< The machine, a program or the network failed: exit status 4.
};

/// Why a release did not go out, or not wholly. `message` says what to do where that is not plain.
/// It never holds a secret: not a password, nor a URL with one.
struct PublishError {
  PublishErrorKind kind = PublishErrorKind::failed;
  std::string message;

  PublishError(PublishErrorKind error_kind, std::string text)
      : kind(error_kind), message(std::move(text)) {}
  PublishError(Failure failure) : message(std::move(failure.message)) {}
  PublishError(output::OutputError error)
      : kind(error.kind == output::OutputErrorKind::refused ? PublishErrorKind::refused
                                                            : PublishErrorKind::failed),
        message(std::move(error.message)) {}
};

template <class T>
using Published = tl::expected<T, PublishError>;

inline tl::unexpected<PublishError> refused(std::string message) {
  return tl::unexpected(PublishError(PublishErrorKind::refused, std::move(message)));
}

inline tl::unexpected<PublishError> failed(std::string message) {
  return tl::unexpected(PublishError(PublishErrorKind::failed, std::move(message)));
}

}  // namespace opsg::publishing
