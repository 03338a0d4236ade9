#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace opsg::extraction {

/// Parses a part of a Word file. False where it is not well-formed or nested beyond reason.
bool load_word_xml(pugi::xml_document& document, const std::string& bytes);

std::string save_word_xml(const pugi::xml_document& document);

/// All elements of this name below the node, in document order.
std::vector<pugi::xml_node> descendants(const pugi::xml_node& node, const char* name);

/// The words that a reader sees in a paragraph or run: its texts, with tabs and breaks as spaces.
std::string shown_text(const pugi::xml_node& node);

/// Whether a property such as `w:vanish` is there and not switched off (ECMA-376-1, 17.17.4).
bool is_on(const pugi::xml_node& property);

}  // namespace opsg::extraction
