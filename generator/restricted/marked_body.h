#pragma once

#include <cstddef>
#include <vector>

#include "markdown_tree.h"
#include "marked_document.h"
#include "portions.h"

namespace opsg::restricted {

constexpr std::size_t kNoPortion = static_cast<std::size_t>(-1);

/// A marking and what it covers.
struct MarkedPortion {
  Portion portion;
  std::size_t marking = 0;  ///< Of MarkedDocument::markings.
  std::size_t first_block =
      0;                      ///< The blocks that are covered whole: siblings with what is in them.
  std::size_t end_block = 0;  ///< Equal to `first_block` for a span.
  std::size_t begin = 0;      ///< In bytes of the text.
  std::size_t end = 0;
  std::size_t parent = kNoPortion;  ///< The innermost portion around it.
};

/// A body with its portions by place, the outer ones first.
struct MarkedBody {
  MarkedDocument document;
  std::vector<MarkedPortion> portions;
  MarkdownTree parsed;  ///< The whole text.
};

/// The extent of every marking. Lines of the portions are those of the file.
std::vector<MarkedPortion> find_extents(const MarkedDocument& document, const MarkdownBody& body,
                                        Level label);

/// Whether the blocks of a portion are an ACTION paragraph, with or without its marking.
bool is_action(const BlockTree& tree, const PlacedMarking& marking);

/// Whether the block is a list in which an item could be read as `Name: value`, by whatever rules.
bool could_hold_fields(const MarkedDocument& document, std::size_t list);

}  // namespace opsg::restricted
