#include "record_memo.h"

#include <utility>

namespace opsg::released {

std::shared_ptr<const ReadRecord> RecordMemo::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto slot = slots_.find(key);
  if (slot == slots_.end()) return nullptr;
  slot->second.used = true;
  return slot->second.read;
}

std::shared_ptr<const ReadRecord> RecordMemo::keep(const std::string& key, ReadRecord read) {
  auto kept = std::make_shared<const ReadRecord>(std::move(read));
  const std::lock_guard lock(mutex_);
  return slots_.try_emplace(key, Slot{std::move(kept)}).first->second.read;
}

void RecordMemo::forget_unused() {
  const std::lock_guard lock(mutex_);
  std::erase_if(slots_, [](const auto& slot) { return !slot.second.used; });
  for (auto& [key, slot] : slots_) slot.used = false;
}

std::size_t RecordMemo::size() const {
  const std::lock_guard lock(mutex_);
  return slots_.size();
}

}  // namespace opsg::released
