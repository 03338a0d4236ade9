#pragma once

#include <pugixml.hpp>

namespace opsg::extraction {

/// Puts the content of elements that pandoc passes over in their place: simple fields, content
/// controls, smart tags, custom XML, directions, insertions within insertions; of text with a
/// reading beside it (ruby) the text.
void unwrap_elements(const pugi::xml_node& root);

}  // namespace opsg::extraction
