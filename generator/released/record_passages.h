#pragma once

#include <vector>

#include "page_context.h"
#include "passage.h"

namespace opsg::released {

/// Appends the passages of one document: its label and state, then its blocks in the order of the
/// text. A list item, a table row and every paragraph are passages of their own.
void append_record_passages(std::vector<Passage>& passages, const PageContext& context,
                            const Record& record);

}  // namespace opsg::released
