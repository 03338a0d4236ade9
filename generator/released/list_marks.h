#pragma once

#include <string>
#include <vector>

#include "markdown_node.h"

namespace opsg::released {

/// The numbers and bullets that readers see before the blocks of lists. To be told of a text's
/// blocks in its order.
class ListMarks {
 public:
  void enter(const MarkdownNode* block);
  void leave(const MarkdownNode* block);

  bool in_list() const { return !lists_.empty(); }
  /// What stands before the block that comes next: "2. " at the item's beginning, "" in what
  /// follows in it, "2. • " in a list below it; empty before a bullet that is below nothing.
  std::string take();

 private:
  struct List {
    bool ordered = false;
    long long number = 0;  ///< Of the item that is open.
    bool begins = false;   ///< Nothing of that item was said yet.
  };

  std::vector<List> lists_;  ///< Outermost first.
};

}  // namespace opsg::released
