#pragma once

#include <pugixml.hpp>

namespace opsg::extraction {

/// Of what is there once for newer and once for older readers (`mc:AlternateContent`), keeps one.
void resolve_alternatives(const pugi::xml_node& root);

/// Writes what Word reads as well, and pandoc drops without a word, as pandoc reads it: tables
/// whose columns are not declared, or whose merged cells hold text of their own; runs with both
/// text and a picture or a note's number in them; changes without an author.
void write_plain_form(const pugi::xml_node& root);

}  // namespace opsg::extraction
