#pragma once

#include <utility>

#include "cleared.h"
#include "pass_key.h"

namespace opsg::restricted {

/// A double of the gate for tests of what comes after it; never together with the real one.
class Gate {
 public:
  template <class T>
  static Cleared<T> pass(T value) {
    return Cleared<T>(PassKey<Gate>(), std::move(value));
  }
};

}  // namespace opsg::restricted

namespace opsg::test {

/// The value as if the gate had let all of it through.
template <class T>
Cleared<T> cleared(T value) {
  return restricted::Gate::pass(std::move(value));
}

}  // namespace opsg::test
