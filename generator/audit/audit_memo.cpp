#include "audit_memo.h"

#include <algorithm>
#include <utility>

#include "public_text.h"
#include "read_file.h"

namespace opsg::restricted {
namespace {

using audit::NeedleKey;

bool holds_all(std::vector<NeedleKey> all, std::vector<NeedleKey> some) {
  if (all == some) return true;
  std::sort(all.begin(), all.end());
  std::sort(some.begin(), some.end());
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

AuditMemo::AuditMemo() : vocabulary_(std::make_shared<audit::Vocabulary>()) {}

std::shared_ptr<const audit::ReadFile> AuditMemo::find_reading(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto at = readings_.find(key);
  if (at == readings_.end()) return nullptr;
  at->second.used = true;
  return at->second.read;
}

void AuditMemo::keep_reading(const std::string& key, std::shared_ptr<const audit::ReadFile> read) {
  const std::lock_guard lock(mutex_);
  readings_.try_emplace(key, Reading{std::move(read)});
}

void AuditMemo::look_for(std::vector<NeedleKey> needles) {
  const std::lock_guard lock(mutex_);
  if (!holds_all(needles_, needles)) clean_.clear();
  needles_ = std::move(needles);
}

bool AuditMemo::is_clean(const std::string& file_key) {
  const std::lock_guard lock(mutex_);
  const auto at = clean_.find(file_key);
  if (at == clean_.end()) return false;
  at->second = true;
  return true;
}

void AuditMemo::keep_clean(const std::string& file_key) {
  const std::lock_guard lock(mutex_);
  clean_[file_key] = true;
}

void AuditMemo::forget_unused() {
  const std::lock_guard audit(in_use_);
  const std::lock_guard lock(mutex_);
  std::erase_if(readings_, [](const auto& slot) { return !slot.second.used; });
  for (auto& [key, slot] : readings_) slot.used = false;
  std::erase_if(clean_, [](const auto& slot) { return !slot.second; });
  for (auto& [key, used] : clean_) used = false;
  bound_vocabulary();
}

/// A vocabulary forgets nothing: once most of it may be of texts that are gone, all begins anew.
void AuditMemo::bound_vocabulary() {
  if (first_words_ == 0) first_words_ = vocabulary_->size();
  if (vocabulary_->size() <= 2 * first_words_) return;
  readings_.clear();
  vocabulary_ = std::make_shared<audit::Vocabulary>();
  first_words_ = 0;
}

std::size_t AuditMemo::readings() const {
  const std::lock_guard lock(mutex_);
  return readings_.size();
}

std::size_t AuditMemo::clean_files() const {
  const std::lock_guard lock(mutex_);
  return clean_.size();
}

}  // namespace opsg::restricted
