#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "passage.h"

namespace opsg::comparison {

/// The passages of one document, borrowed.
using PassageRefs = std::span<const Passage* const>;

/// A passage that is not as it was: `before` and `after` are indices; one of them may be missing.
struct AlignedChange {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  bool moved = false;  ///< It reads as it did, but the text of its item has another order.
};

/// What differs between two versions of a document, in the order of the text: what is gone stands
/// where it stood. Of an item whose passages have another order as few as possible have moved.
std::vector<AlignedChange> align_document(PassageRefs before, PassageRefs after);

}  // namespace opsg::comparison
