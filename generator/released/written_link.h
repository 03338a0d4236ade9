#pragma once

#include <string>
#include <vector>

#include "markdown_node.h"
#include "source_span.h"

namespace opsg::released {

class FragmentLines;

/// A link or an image as a record has it.
struct WrittenLink {
  std::string url;  ///< With escapes and entities undone.
  SourceSpan span;  ///< Of the destination; of the block where the source writes it otherwise.
  bool is_image = false;
};

/// The links and images of a fragment in the order in which they end. What a reference definition
/// gives them has its place there.
std::vector<WrittenLink> written_links(const MarkdownNode* root, const FragmentLines& lines);

}  // namespace opsg::released
