#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace opsg::audit {

/// A map from 64-bit hashes to numbers, which never forgets. Open addressing: a lookup that fails,
/// as nearly all do, costs one cache line.
class HashIndex {
 public:
  /// The value for the key; 0 where there is none yet, which can be set.
  std::uint32_t& operator[](std::uint64_t key) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(key)];
    if (!slot.used) {
      slot = {key, 0, true};
      ++used_;
    }
    return slot.value;
  }

  /// 0 where there is none.
  std::uint32_t find(std::uint64_t key) const {
    if (slots_.empty()) return 0;
    const Slot& slot = slots_[place(key)];
    return slot.used ? slot.value : 0;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = 0;
    bool used = false;
  };

  /// The key's slot, or the free one where it belongs.
  std::size_t place(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 20) & mask;
    while (slots_[at].used && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    std::swap(old, slots_);
    for (const Slot& slot : old) {
      if (slot.used) slots_[place(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace opsg::audit
