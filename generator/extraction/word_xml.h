#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::extraction {

/// No table is wider.
inline constexpr int kMostColumns = 200;
/// No chain of styles is longer, unless it is a ring.
inline constexpr int kLongestChain = 32;

/// Parses a part of a Word file. False where it is not well-formed or nested beyond reason.
bool load_word_xml(pugi::xml_document& document, const std::string& bytes);

std::string save_word_xml(const pugi::xml_document& document);

/// All elements of this name below the node, in document order.
std::vector<pugi::xml_node> descendants(const pugi::xml_node& node, const char* name);

/// The same, for those who remove what they find: whatever is in a node comes before it.
std::vector<pugi::xml_node> innermost_first(const pugi::xml_node& node, const char* name);

/// The outermost of the node and those around it that has this name.
pugi::xml_node outermost(pugi::xml_node node, std::string_view name);

/// The nearest of the node and those around it that has this name.
pugi::xml_node nearest_around(pugi::xml_node node, std::string_view name);

/// The words that a reader sees in a node: its texts, with tabs, breaks and ends of paragraphs as
/// spaces.
std::string shown_text(const pugi::xml_node& node);

/// The same, with those that a tracked change deletes.
std::string text_with_deletions(const pugi::xml_node& node);

/// What a property says: its attribute `w:val`, empty where there is none.
std::string value_of(const pugi::xml_node& property);

/// Whether a property such as `w:vanish` is there and not switched off (ECMA-376-1, 17.17.4).
bool is_on(const pugi::xml_node& property);

}  // namespace opsg::extraction
