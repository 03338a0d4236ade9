#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "diagnostic.h"
#include "record.h"

namespace opsg::released {

/// What reading a document gave.
struct ReadRecord {
  Record record;
  Diagnostics findings;
};

/// Documents that were read before, by all that reading them depends on (`record_key`). A record is
/// a pure function of its key, so remembering it changes no site: it spares reading the same text
/// for a second audience, or for the next build. Holds cleared text of every clearance it was used
/// for, in memory only. Safe to use from several threads.
class RecordMemo {
 public:
  /// Null where there is none yet.
  std::shared_ptr<const ReadRecord> find(const std::string& key);
  /// Keeps the first one that is given for a key, and returns what it keeps.
  std::shared_ptr<const ReadRecord> keep(const std::string& key, ReadRecord read);

  /// Forgets what nobody has asked for since the last call. Called after each build, it keeps the
  /// memo as large as what one build reads.
  void forget_unused();

  std::size_t size() const;

 private:
  struct Slot {
    std::shared_ptr<const ReadRecord> read;
    bool used = true;
  };

  mutable std::mutex mutex_;
  std::unordered_map<std::string, Slot> slots_;
};

}  // namespace opsg::released
