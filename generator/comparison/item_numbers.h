#pragma once

#include <map>
#include <string>
#include <string_view>

#include "document_alignment.h"

namespace opsg::comparison {

/// Which number each item of the former version of a document has in the later one: that of the
/// item with its title where both versions have the title once, else its own. Borrows the
/// passages.
class ItemNumbers {
 public:
  ItemNumbers(PassageRefs before, PassageRefs after);

  /// The passage where its item stands in the later version. Its place is not known where there is
  /// no such item.
  Passage renumbered(const Passage& before) const;
  bool all_kept() const { return all_kept_; }

 private:
  std::map<std::string_view, std::string_view> numbers_;
  bool all_kept_ = true;
};

}  // namespace opsg::comparison
