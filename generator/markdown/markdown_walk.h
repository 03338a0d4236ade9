#pragma once

#include "markdown_node.h"

namespace opsg {

/// Goes through a tree without recursion, so that no nesting is too deep: each node is entered, and
/// left if it can hold others.
class MarkdownWalk {
 public:
  /// Begins in front of the root. Borrows it.
  explicit MarkdownWalk(const MarkdownNode* root) : root_(root) {}

  /// On to the next event; false at the end.
  bool next() {
    if (!node_) {
      node_ = root_;
      return true;
    }
    const bool goes_down = entering_ && !node_->is_leaf();
    if (goes_down && node_->first_child()) {
      node_ = node_->first_child();
    } else if (goes_down) {
      entering_ = false;
    } else {
      return next_behind();
    }
    return true;
  }

  bool entering() const { return entering_; }
  const MarkdownNode* node() const { return node_; }
  /// Passes over what is below the node that was just entered, and over its leaving.
  void skip() { entering_ = false; }

 private:
  bool next_behind() {
    if (node_ == root_) return false;
    const MarkdownNode* sibling = node_->next();
    entering_ = sibling != nullptr;
    node_ = sibling ? sibling : node_->parent();
    return true;
  }

  const MarkdownNode* root_;
  const MarkdownNode* node_ = nullptr;
  bool entering_ = true;
};

}  // namespace opsg
