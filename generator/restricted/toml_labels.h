#pragma once

#include "diagnostic.h"
#include "policy.h"
#include "toml_value.h"

namespace opsg::restricted {

/// Checks the labels of every table below `table`, which has the given level by what stands at
/// `covered_by`: names of levels (label.h), `label-lower` inside a higher one, and `unknown-key`
/// for keys that must have been meant as a label. False where anything was reported.
bool check_labels_below(const TomlTable& table, Level level, const SourceSpan& covered_by,
                        const Policy& policy, Diagnostics& diagnostics);

}  // namespace opsg::restricted
