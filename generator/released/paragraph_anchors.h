#pragma once

#include <string>
#include <vector>

#include "record.h"

namespace opsg::released {

struct ParagraphAnchor {
  const cmark_node* block = nullptr;
  std::string anchor;  ///< "p-3f9a01c2": unique in the record.
};

/// An anchor for every block right below the document (paragraph, list, table, quote, code) that
/// has none of its own, in the order of the text. It is made of what the block says and of the item
/// or entry that it stands under, so that it stays as it is whatever happens to other blocks; only
/// the second of two equal blocks under one heading ("p-3f9a01c2-2") depends on the first. Titles,
/// markup and white space do not count.
std::vector<ParagraphAnchor> paragraph_anchors(const Record& record);

}  // namespace opsg::released
