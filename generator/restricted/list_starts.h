#pragma once

#include <cstddef>
#include <map>
#include <optional>

#include "portions.h"
#include "redaction.h"
#include "withholding.h"

namespace opsg::restricted {

/// With which numbers the ordered lists of a region begin without what is withheld, so that no
/// number tells that an item is missing: a list that lost its first item, and one that goes on with
/// the numbers of a list above it that lost some.
class ListStarts {
 public:
  ListStarts(const BlockTree& tree, const Withholding& withheld, const Region& region);

  /// Nothing where the list begins with the number that its first item has in the text.
  std::optional<int> of(std::size_t list) const;

 private:
  std::map<std::size_t, int> starts_;
};

/// The first item of the list that is not withheld; size() where there is none.
std::size_t first_kept_item(const BlockTree& tree, const Withholding& withheld, std::size_t list);

}  // namespace opsg::restricted
