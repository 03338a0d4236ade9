#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "record.h"

namespace opsg::released {

/// A site's records in its order. A record is never changed once it is read, so that several sites
/// hold the same one: what is shown to two audiences alike, or has not changed since the last
/// build.
class RecordList {
 public:
  class Iterator {
   public:
    explicit Iterator(const std::shared_ptr<const Record>* at) : at_(at) {}
    const Record& operator*() const { return **at_; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const std::shared_ptr<const Record>* at_;
  };

  RecordList() = default;
  /// None of them null.
  explicit RecordList(std::vector<std::shared_ptr<const Record>> records)
      : records_(std::move(records)) {}

  void push_back(std::shared_ptr<const Record> record) { records_.push_back(std::move(record)); }

  std::size_t size() const { return records_.size(); }
  bool empty() const { return records_.empty(); }
  const Record& operator[](std::size_t index) const { return *records_[index]; }
  const Record& back() const { return *records_.back(); }
  Iterator begin() const { return Iterator(records_.data()); }
  Iterator end() const { return Iterator(records_.data() + records_.size()); }

 private:
  std::vector<std::shared_ptr<const Record>> records_;
};

}  // namespace opsg::released
