#pragma once

#include <functional>
#include <string>

#include "record.h"

struct cmark_node;

namespace opsg::released {

/// Calls `visit` for every heading below `root`, in the order of the text.
void for_each_heading(cmark_node* root, const std::function<void(cmark_node*)>& visit);

/// The heading that opens a page's record with the page's title again; null where none does. The
/// page has its title from the template.
cmark_node* repeated_title(const Record& record);

/// The level of the record's highest heading, 1 to 6, its repeated title aside; 1 where it has
/// none.
int highest_heading_level(const Record& record);

/// The plain text of the record's first paragraph; empty where it has none.
std::string first_paragraph(const Record& record);

/// cmark makes a node's strings when they are first read. Reads all of them, so that from then on
/// reading a tree changes nothing and any number of threads may do it.
void settle_strings(cmark_node* root);

}  // namespace opsg::released
