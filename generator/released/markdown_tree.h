#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "source_span.h"
#include "sources.h"

struct cmark_node;

namespace opsg::released {

/// A fragment parsed as GFM (tables, strikethrough, autolinks). Owns its nodes, whose addresses
/// stay as they are when the tree is moved. Lists are loose exactly where an item holds more than
/// one paragraph, so that what was removed from a list leaves no trace.
class MarkdownTree {
 public:
  explicit MarkdownTree(const Fragment& fragment);

  cmark_node* root() const { return root_.get(); }

 private:
  struct Free {
    void operator()(cmark_node* node) const;
  };
  std::unique_ptr<cmark_node, Free> root_;
};

/// The text of a node and all below it: no markup, soft and hard breaks as one space.
std::string plain_text(cmark_node* node);

/// Where a block of a fragment was written.
SourceSpan block_span(cmark_node* block, const Fragment& fragment, const SourcePath& path);

}  // namespace opsg::released
