#pragma once

#include <span>

#include "diagnostic.h"
#include "handling_statements.h"
#include "policy.h"
#include "portions.h"
#include "source_words.h"
#include "toml_value.h"

namespace opsg::restricted {

/// Compares a document's handling statements with its labels. `handling-mismatch`: a statement in
/// the front matter or (by its words) in the text, or a claim like "classified as White", belongs
/// to another level than the portion it stands in. A portion above the document's label may also
/// repeat the statement of what is around it: a page footer, often. `handling-unknown`: `handling`
/// is no level's statement. False where something contradicts a label, which then is doubtful.
bool check_handling(const TomlTable& front_matter, const PortionMap& map,
                    std::span<const SourceWord> words, const HandlingStatements& statements,
                    const Policy& policy, Diagnostics& diagnostics);

}  // namespace opsg::restricted
