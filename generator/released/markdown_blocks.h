#pragma once

#include <functional>
#include <string>

#include "markdown_node.h"
#include "record.h"

namespace opsg::released {

/// Calls `visit` for every heading below `root`, in the order of the text.
void for_each_heading(const MarkdownNode* root,
                      const std::function<void(const MarkdownNode*)>& visit);

/// The block below, the one above, and a record's first, comments passed over: other HTML is an
/// error. Null where there is none.
const MarkdownNode* next_block(const MarkdownNode* block);
const MarkdownNode* previous_block(const MarkdownNode* block);
const MarkdownNode* first_block(const Record& record);

/// The heading that opens a page's record with the page's title again; null where none does. The
/// page has its title from the template.
const MarkdownNode* repeated_title(const Record& record);

/// The level of the record's highest heading, 1 to 6, its repeated title aside; 1 where it has
/// none.
int highest_heading_level(const Record& record);

/// The plain text of the record's first paragraph; empty where it has none.
std::string first_paragraph(const Record& record);

}  // namespace opsg::released
