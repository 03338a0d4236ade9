#pragma once

#include <pugixml.hpp>

#include "word_report.h"

namespace opsg::extraction {

/// Puts the paragraphs of text boxes and the words of WordArt, watermarks among it, which pandoc
/// passes over, behind the paragraph that holds them.
void unpack_drawings(const pugi::xml_node& root);

/// Tells of what drawings say of themselves, and of files within the file.
void report_drawings(const pugi::xml_node& root, WordReport& report);

}  // namespace opsg::extraction
