#pragma once

#include <span>

#include "diagnostic.h"
#include "portions.h"
#include "source_words.h"

namespace opsg::restricted {

/// Reports `label-column` for each cell below a heading like "Classification" that begins with the
/// name of another level than its row has: such a table is labelled row by row by a column that
/// marks nothing. `words` are the document's. False where anything was reported.
bool check_label_columns(const PortionMap& map, std::span<const SourceWord> words,
                         const MarkingContext& context, Diagnostics& diagnostics);

}  // namespace opsg::restricted
