#pragma once

#include <utility>

#include "pass_key.h"

namespace opsg {

namespace restricted {
class Gate;
}

/// A value that the gate has let through for one clearance. Only the gate can make one, so a
/// function that takes a `Cleared<T>` cannot be handed anything else.
template <class T>
class Cleared {
 public:
  Cleared(PassKey<restricted::Gate>, T value) : value_(std::move(value)) {}

  const T& operator*() const { return value_; }
  const T* operator->() const { return &value_; }

 private:
  T value_;
};

}  // namespace opsg
