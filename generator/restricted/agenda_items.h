#pragma once

#include <set>
#include <string>
#include <string_view>

#include "toml_value.h"

namespace opsg::restricted {

/// Adds the item numbers ("3.1") that begin headings of Markdown.
void add_item_numbers(std::string_view markdown, std::set<std::string>& numbers);

/// Leaves, in each attendee's `items`, only those numbers: an audience must not learn of an agenda
/// item from who attended it. A list of which nothing is left goes.
void keep_items(TomlTable& facts, const std::set<std::string>& numbers);

}  // namespace opsg::restricted
