#pragma once

#include "diagnostic.h"
#include "field_value.h"
#include "fragment_lines.h"
#include "inline_text.h"
#include "markdown_node.h"
#include "record.h"

namespace opsg::released {

/// Reports fields that stand in the words of the block that the entry was read from, and so in its
/// title: `fields-in-title` ("ACTION OPSG 41/02: Do it. Owner: DCC"), and for a raised entry
/// without a target `target-in-title` ("by 5 March").
void report_fields_in_title(const Entry& entry, const InlineText& text, const FragmentLines& lines,
                            const FieldContext& context);

/// Reports a paragraph that says "Status: Closed" of the entry, `field-unread`: only a list has
/// fields.
void report_unread_field(const Entry& entry, const MarkdownNode* paragraph, const InlineText& text,
                         const FragmentLines& lines, const FieldContext& context);

}  // namespace opsg::released
