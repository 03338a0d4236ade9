#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace opsg::audit {

/// A map from 64-bit hashes to numbers, which never forgets. Nearly all lookups fail, and those
/// cost one bit of a filter that is small enough for the cache; open addressing spares the rest.
class HashIndex {
 public:
  /// The value for the key; 0 where there is none yet, which can be set.
  std::uint32_t& operator[](std::uint64_t key) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(key)];
    if (!slot.used) {
      slot = {key, 0, true};
      ++used_;
      mark(key);
    }
    return slot.value;
  }

  /// 0 where there is none.
  std::uint32_t find(std::uint64_t key) const {
    if (slots_.empty() || !may_hold(key)) return 0;
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
    filter_.assign(slots_.size() * kFilterBits / 64, 0);
    for (const Slot& slot : old) {
      if (!slot.used) continue;
      slots_[place(slot.key)] = slot;
      mark(slot.key);
    }
  }

  /// By other bits of the key than its slot.
  std::size_t filter_bit(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0xC2B2AE3D27D4EB4Fu) >> 24) & (64 * filter_.size() - 1);
  }
  void mark(std::uint64_t key) {
    const std::size_t bit = filter_bit(key);
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  bool may_hold(std::uint64_t key) const {
    const std::size_t bit = filter_bit(key);
    return (filter_[bit / 64] >> (bit % 64) & 1) != 0;
  }

  static constexpr std::size_t kFilterBits = 8;  ///< A slot.

  std::vector<Slot> slots_;
  std::vector<std::uint64_t> filter_;
  std::size_t used_ = 0;
};

}  // namespace opsg::audit
