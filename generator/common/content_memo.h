#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace opsg {

/// What was made before, by a key of all that it was made of (content_key.h): whoever makes the
/// same again gets it from here, in a later build too. In memory only. Safe to use from several
/// threads.
template <class Made>
class ContentMemo {
 public:
  using Shared = std::shared_ptr<const Made>;

  /// Null where there is none yet.
  Shared find(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto slot = slots_.find(key);
    if (slot == slots_.end()) return nullptr;
    slot->second.used = true;
    return slot->second.made;
  }

  /// Keeps the first one that is given for a key, and returns what it keeps.
  Shared keep(const std::string& key, Made made) {
    auto kept = std::make_shared<const Made>(std::move(made));
    const std::lock_guard lock(mutex_);
    return slots_.try_emplace(key, Slot{std::move(kept)}).first->second.made;
  }

  /// Forgets what nobody has asked for since the last call. Called after each build, it keeps the
  /// memo as large as what one build reads.
  void forget_unused() {
    const std::lock_guard lock(mutex_);
    std::erase_if(slots_, [](const auto& slot) { return !slot.second.used; });
    for (auto& [key, slot] : slots_) slot.used = false;
  }

  std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return slots_.size();
  }

 private:
  struct Slot {
    Shared made;
    bool used = true;
  };

  mutable std::mutex mutex_;
  std::unordered_map<std::string, Slot> slots_;
};

}  // namespace opsg
