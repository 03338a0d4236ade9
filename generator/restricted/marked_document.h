#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "block_text.h"
#include "block_tree.h"
#include "marking_scanner.h"

namespace opsg::restricted {

/// A marking of a document. The offsets of `Marking` are those of the document's text.
struct PlacedMarking : Marking {
  std::size_t block = 0;  ///< The paragraph, heading or cell that holds it.
};

struct PlacedNearMiss {
  Slip slip = Slip::malformed;
  TextPlace place = TextPlace::paragraph;
  bool at_start = false;  ///< Of its block.
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string meant;  ///< The level's name in capitals.
  Level level;        ///< The one that it names.
};

/// A document's blocks and everything in it that is a marking or could be meant as one, by place.
struct MarkedDocument {
  BlockTree tree;
  std::vector<PlacedMarking> markings;
  std::vector<PlacedNearMiss> near_misses;
  /// Blocks with markings or near-misses whose code spans we and the parser see differently.
  std::vector<std::size_t> unclear;

  bool empty() const { return markings.empty() && near_misses.empty(); }
};

/// Finds the markings of a document with these blocks.
MarkedDocument read_markings(BlockTree tree, const LevelNames& names);

}  // namespace opsg::restricted
