#pragma once

#include <string_view>

#include "diagnostic.h"
#include "portions.h"
#include "toml_value.h"

namespace opsg::restricted {

/// Reports `label-comment` where the comment behind a label of the table, or of one in it, begins
/// with another level's name or has one in capitals: `classification = "white" # AMBER`; and where
/// a comment in which an import quotes the document (said_label.h) names a level more closed than
/// the table's own. `file` is the text of the whole file. False where anything was reported.
bool check_label_comments(const TomlTable& table, std::string_view file,
                          const MarkingContext& context, Diagnostics& diagnostics);

/// Reports `status-comment` where the comment behind `status = "final"` or `adopted` says that the
/// document is a draft: it begins with the word ("still a draft"), has it in capitals, or says "not
/// yet agreed" or the like. False where it was reported.
bool check_status_comments(const TomlTable& front_matter, std::string_view file,
                           const MarkingContext& context, Diagnostics& diagnostics);

}  // namespace opsg::restricted
