#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "needle_key.h"

namespace opsg::audit {
struct ReadFile;
class Vocabulary;
}  // namespace opsg::audit

namespace opsg::restricted {

/// What earlier audits have learnt and need not learn again. Kept are the readings of sources, by
/// all that they depend on, and which files of the output hold none of the needles that were looked
/// for; never a finding. Holds withheld text, in memory only. Audits that want it at the same time
/// do not wait: all but one of them go without (`try_use`).
class AuditMemo {
 public:
  AuditMemo();

  /// Owns the memo for one audit, by any number of threads; or does not.
  [[nodiscard]] std::unique_lock<std::mutex> try_use() {
    return std::unique_lock(in_use_, std::try_to_lock);
  }

  /// Null where there is none.
  std::shared_ptr<const audit::ReadFile> find_reading(const std::string& key);
  void keep_reading(const std::string& key, std::shared_ptr<const audit::ReadFile> read);
  /// Of the readings' texts.
  const std::shared_ptr<audit::Vocabulary>& vocabulary() const { return vocabulary_; }

  /// Says what is looked for from now on. What is known to be clean stays so where all of that was
  /// looked for before.
  void look_for(std::vector<audit::NeedleKey> needles);
  bool is_clean(const std::string& file_key);
  /// A file in which everything that is looked for was looked for, and nothing was found.
  void keep_clean(const std::string& file_key);

  /// Forgets what no audit has asked for since the last call; waits for the audit that runs. Called
  /// after each build, it keeps the memo as large as what one build reads and writes.
  void forget_unused();

  std::size_t readings() const;
  std::size_t clean_files() const;

 private:
  struct Reading {
    std::shared_ptr<const audit::ReadFile> read;
    bool used = true;
  };

  void bound_vocabulary();

  std::mutex in_use_;
  mutable std::mutex mutex_;  ///< Of what follows.
  std::unordered_map<std::string, Reading> readings_;
  std::shared_ptr<audit::Vocabulary> vocabulary_;
  std::size_t first_words_ = 0;  ///< How many the vocabulary had when it was first filled.
  std::vector<audit::NeedleKey> needles_;
  std::unordered_map<std::string, bool> clean_;  ///< Whether it was used, by file.
};

}  // namespace opsg::restricted
