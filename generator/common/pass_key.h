#pragma once

namespace opsg {

/// Proof that the caller is `Owner`: only `Owner` can make one, and only by naming its type.
template <class Owner>
class PassKey {
  friend Owner;
  // A user-provided constructor: a defaulted one would leave PassKey an aggregate in spirit,
  // which `{}` could make anywhere.
  PassKey() {}
};

}  // namespace opsg
