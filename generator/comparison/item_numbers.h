#pragma once

#include <map>
#include <string>
#include <string_view>

#include "document_alignment.h"

namespace opsg::comparison {

/// Which number each item of the former version of a document has in the later one: that of the
/// item with its title where both versions have the title once, else its own, so that an item may
/// be renumbered or retitled and is still the same. Borrows the passages.
class ItemNumbers {
 public:
  ItemNumbers(PassageRefs before, PassageRefs after);

  /// The passage with its item's number and title in the later version. Its place is not known
  /// where there is no such item.
  Passage renumbered(const Passage& before) const;
  /// Whether all items have the numbers and titles that they had.
  bool all_kept() const { return all_kept_; }

 private:
  using Titles = std::map<std::string_view, std::string_view>;  ///< By number.

  static Titles titles_of(PassageRefs passages);

  Titles titles_before_;
  Titles titles_after_;
  std::map<std::string_view, std::string_view> numbers_;
  bool all_kept_ = true;
};

}  // namespace opsg::comparison
