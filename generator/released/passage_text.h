#pragma once

#include <string>
#include <vector>

#include "link_resolver.h"
#include "markdown_node.h"

namespace opsg::released {

/// What a reader sees of one block.
struct PassageText {
  std::string text;                ///< White space collapsed, but in code; struck-through text
                                   ///< between "~~", the cells of a row parted by " | ".
  std::vector<std::string> links;  ///< Of links and images that can be followed: absolute URLs,
                                   ///< or from the site's root, "/actions/".
};

/// `root`: what an internal link begins with, to be taken off.
PassageText passage_text(const MarkdownNode* block, const Record& record, const LinkResolver& links,
                         const std::string& root);

}  // namespace opsg::released
