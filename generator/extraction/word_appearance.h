#pragma once

#include <pugixml.hpp>

#include "word_report.h"
#include "word_styles.h"

namespace opsg::extraction {

/// Takes the runs out that are hidden, by themselves or by a style, and tells of them.
void remove_hidden_text(const pugi::xml_node& root, const WordStyles& styles, WordReport& report);

/// Takes out text with a line through it and tells of it: somebody has deleted it, or is done with
/// it.
void remove_struck_text(const pugi::xml_node& root, const WordStyles& styles, WordReport& report);

/// Whether all text of a paragraph (`w:p`) was taken out so.
bool is_struck_out(const pugi::xml_node& paragraph);

/// Writes in capitals what Word shows in capitals, large or small.
void write_capitals(const pugi::xml_node& root, const WordStyles& styles);

/// Tells of text that has the colour of what is behind it, such as what somebody blacked out.
void report_unseen_text(const pugi::xml_node& root, const WordStyles& styles, WordReport& report);

}  // namespace opsg::extraction
