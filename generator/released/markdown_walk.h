#pragma once

#include <memory>

struct cmark_node;
struct cmark_iter;

namespace opsg::released {

/// Goes through a tree without recursion: each node is entered, and left if it can hold others.
class MarkdownWalk {
 public:
  explicit MarkdownWalk(cmark_node* root);

  /// On to the next event; false at the end.
  bool next();
  bool entering() const;
  cmark_node* node() const;
  /// Passes over what is below the node that was just entered, and over its leaving.
  void skip();

 private:
  struct Free {
    void operator()(cmark_iter* iterator) const;
  };
  std::unique_ptr<cmark_iter, Free> iterator_;
};

}  // namespace opsg::released
