#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "markdown_node.h"

namespace opsg::released {

struct Record;

/// The ids that a record's blocks have on its page: items, entries and decisions by their anchors,
/// other headings by their text, other blocks by what they say (see block_anchors.h). And the id of
/// the record itself, its name. Borrows the record's trees. Moves, and keeps its views valid.
class BlockIds {
 public:
  /// The ids of a block, the one to cite it by first; empty where it has none.
  std::span<const std::string_view> of(const MarkdownNode* block) const;
  bool contains(std::string_view id) const;
  /// All of them, sorted.
  std::span<const std::string_view> all() const { return sorted_; }

 private:
  friend class BlockNaming;

  struct Block {
    const MarkdownNode* node = nullptr;
    std::size_t first = 0;  ///< Index into by_block_.
    std::size_t count = 0;
  };

  std::unique_ptr<const std::string> text_;  ///< What all views are of.
  std::vector<std::string_view> by_block_;
  std::vector<std::string_view> sorted_;
  std::vector<Block> blocks_;  ///< By node.
};

/// What the ids of the record's blocks begin with. A meeting's records share one page: the
/// headlines' ids stand as they are, every other record's behind its name, whatever else the page
/// holds, so that a permalink stays as it is.
std::string id_prefix(const Record& record);

/// Names the blocks of records that share a page, each id once: in the order of the records, and
/// all places (items, entries, decisions) before all headings, and these before all other blocks,
/// as they are cited the more. One result for each record.
std::vector<BlockIds> name_blocks(std::span<const Record* const> records);

}  // namespace opsg::released
