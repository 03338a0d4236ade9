#pragma once

#include <pugixml.hpp>

#include "word_report.h"

namespace opsg::extraction {

/// Takes rows and cells that a tracked change deletes and rows that are hidden out of all tables,
/// and tells of them.
void remove_unread_rows(const pugi::xml_node& root, WordReport& report);

/// A cell that reaches across several rows and begins with a bracket, as markings do, says what it
/// says in each of them.
void repeat_merged_markings(const pugi::xml_node& root);

}  // namespace opsg::extraction
