#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "block_ids.h"
#include "site.h"

namespace opsg::released {

/// Where the record is shown: "meetings/<slug>/", or "<name>/" for a page.
std::string page_path(const Record& record);

/// The id that a record's anchor has on its page.
std::string page_anchor(const Record& record, std::string_view anchor);

/// The ids of all blocks that can be linked to, each once on its page: a record's own ids, unless
/// two records of a page ask for the same. Borrows the site. Immutable once made.
class Anchors {
 public:
  explicit Anchors(const Site& site);

  /// The ids of a record's blocks, which must be one of the site's.
  const BlockIds& of(const Record& record) const;
  /// The id on the record's page for one as a link in a record writes it ("item-3"), if it exists.
  std::optional<std::string> find(const Record& record, std::string_view written) const;
  /// Whether the page shows records, so that all ids on it that a link may name are known here.
  bool has_page(std::string_view path) const { return of_pages_.contains(path); }
  /// Whether the page at "meetings/<slug>/" or "<page>/" has the id.
  bool is_on_page(std::string_view path, std::string_view id) const;

 private:
  using Records = std::vector<const Record*>;

  /// For look-ups of views among strings.
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void tell_apart(const Records& records);

  std::unordered_map<std::string, Records, Hash, std::equal_to<>> of_pages_;
  std::unordered_map<const Record*, BlockIds> told_apart_;  ///< Those that differ from their own.
};

}  // namespace opsg::released
