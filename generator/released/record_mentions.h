#pragma once

#include <vector>

#include "record.h"

namespace opsg::released {

/// Where the record mentions references: each of them once a paragraph, heading or table row.
std::vector<RecordMention> find_references(const Record& record, const Vocabulary& vocabulary);

}  // namespace opsg::released
