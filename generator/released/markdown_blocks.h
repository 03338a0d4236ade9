#pragma once

#include <functional>

#include "record.h"

struct cmark_node;

namespace opsg::released {

/// Calls `visit` for every heading below `root`, in the order of the text.
void for_each_heading(cmark_node* root, const std::function<void(cmark_node*)>& visit);

/// The level of the record's highest heading, 1 to 6; 1 where it has none.
int highest_heading_level(const Record& record);

/// cmark makes a node's strings when they are first read. Reads all of them, so that from then on
/// reading a tree changes nothing and any number of threads may do it.
void settle_strings(cmark_node* root);

}  // namespace opsg::released
