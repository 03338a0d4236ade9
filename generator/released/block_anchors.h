#pragma once

#include <vector>

#include "record.h"

namespace opsg::released {

/// What a block of a record can be linked to by, where it is no item, entry or decision.
struct BlockAnchor {
  const MarkdownNode* block = nullptr;
  std::string anchor;
};

/// The anchor that every heading of the record asks for: its words, "major-incidents", or "section"
/// where it has none that count. Headings of the same words ask for the same.
std::vector<BlockAnchor> heading_anchors(const Record& record);

/// An anchor, "p-3f9a01c2", for every block right below the document (paragraph, list, table,
/// quote, code) that has none of its own, in the order of the text, each once in the record. It is
/// made of what the block says and of the item or entry that it stands under, so that it stays as
/// it is whatever happens to other blocks; only the second of two equal blocks under one heading
/// ("p-3f9a01c2-2") depends on the first. Titles, markup and white space do not count.
std::vector<BlockAnchor> paragraph_anchors(const Record& record);

}  // namespace opsg::released
