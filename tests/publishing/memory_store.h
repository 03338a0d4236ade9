#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "release_fixture.h"
#include "remote_store.h"

namespace opsg::testing {

/// Where an operation of a store breaks off.
enum class Break {
  before,   ///< Nothing of it was done.
  half_way  ///< Half of its files were done; the one after that is cut off in the middle.
};

/// A remote store that is a map. Like the worst of them it writes files in place.
class MemoryStore : public publishing::RemoteStore {
 public:
  std::string name() const override { return "memory:site"; }
  publishing::Published<publishing::RemoteListing> list() override;
  publishing::Published<publishing::RemoteTexts> read(
      const std::vector<std::string>& paths) override;
  publishing::Published<std::vector<std::string>> differing(
      const std::filesystem::path& folder,
      const std::vector<publishing::PresentFile>& files) override;
  publishing::Published<void> put(const std::filesystem::path& folder,
                                  const std::vector<std::string>& paths) override;
  publishing::Published<void> remove(const std::vector<std::string>& paths) override;
  publishing::Published<void> remove_folders(const std::vector<std::string>& paths) override;
  /// `x.cut` is what an upload of `x` leaves behind.
  std::optional<std::string> cut_off(const std::string& path) const override;

  /// Breaks the operation with this number, counted from 0 from now on.
  void break_at(std::size_t operation, Break how);
  /// Whether the operation that was to break has come.
  bool has_broken() const { return has_broken_; }

  Files files;  ///< What is there.
  std::set<std::string> empty_folders;
  std::vector<std::string> log;  ///< "put a", "remove b": what changed, in order.
  bool compares_bytes = false;   ///< Of files that are proven too.

 private:
  std::optional<Break> next();
  static tl::unexpected<publishing::PublishError> broken();

  std::size_t count_ = 0;
  std::optional<std::size_t> breaking_;
  Break how_ = Break::before;
  bool has_broken_ = false;
};

}  // namespace opsg::testing
