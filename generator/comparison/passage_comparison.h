#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "passage.h"

namespace opsg::comparison {

enum class ChangeKind { newly_public, changed, no_longer_public };

struct PassageChange {
  std::optional<Passage> before;  ///< Nothing where it is newly public.
  std::optional<Passage> after;   ///< Nothing where it is no longer public.
  /// Of a passage that reads as it did and only moved in its item: text_hash() of the item now.
  std::string new_order = {};
  /// passage_hash() of what `after` stands behind in the text of its item; empty where it is the
  /// first, or no text.
  std::string behind = {};

  bool moved() const { return !new_order.empty(); }
  ChangeKind kind() const;
  /// Where it stands: now, or where it stood.
  const Passage& place() const { return after ? *after : *before; }
};

struct DocumentChanges {
  enum class Extent { part, added, removed };

  std::string document;
  std::string meeting;  ///< Its code; may be empty.
  Extent extent = Extent::part;
  std::vector<PassageChange> changes;  ///< In the order of the text.
};

struct ChangeCounts {
  std::size_t newly_public = 0;
  std::size_t changed = 0;
  std::size_t no_longer_public = 0;
};

struct PassageComparison {
  std::vector<DocumentChanges> documents;  ///< Those with changes, in the site's order.

  bool empty() const { return documents.empty(); }
  ChangeCounts counts() const;
};

/// What readers of `before` would see change in `after`. A passage that says the same in the same
/// item, entry and under the same headings is no change where the text of its item kept its order,
/// and a changed one where it moved in it; an item may move and get another number. Of what is left
/// between such passages, those that resemble each other and are of one entry are paired as
/// changed. Of a passage whose place is not
/// known, only its whole item can be the same (with_places()). Takes time in proportion to the
/// passages, and to their words where they changed.
PassageComparison compare_passages(const std::vector<Passage>& before,
                                   const std::vector<Passage>& after);

}  // namespace opsg::comparison
