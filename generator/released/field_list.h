#pragma once

#include <vector>

#include "field_value.h"
#include "fragment_lines.h"
#include "markdown_node.h"

namespace opsg::released {

/// Whether a block is the list of a register's fields: one of its items begins with the title of a
/// field and a colon, or all of them with words and a colon.
bool is_field_list(const MarkdownNode* block, const RegisterDefinition& definition);

/// Reads a list of fields. Reports `field-unknown`, `field-malformed` (an item that is no field, or
/// holds more than a line of text), `field-empty`, `field-twice` and what values may have wrong.
std::vector<Field> read_field_list(const MarkdownNode* list, const FragmentLines& lines,
                                   const FieldContext& context);

}  // namespace opsg::released
