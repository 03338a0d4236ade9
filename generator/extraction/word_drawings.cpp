#include "word_drawings.h"

#include <string>

#include "text.h"
#include "word_xml.h"

namespace opsg::extraction {
namespace {

/// Word writes each drawing twice, once for older readers.
bool is_second(const pugi::xml_node& node) {
  return !outermost(node, "mc:Fallback").empty();
}

void unpack_text_boxes(const pugi::xml_node& root) {
  for (pugi::xml_node box : innermost_first(root, "w:txbxContent")) {
    pugi::xml_node holder = outermost(box, "w:p");
    if (holder && !is_second(box)) {
      for (pugi::xml_node block : box.children()) {
        holder = holder.parent().insert_copy_after(block, holder);
      }
    }
    box.remove_children();
  }
}

bool is_shown_by_first(const pugi::xml_node& second) {
  const pugi::xml_node both = outermost(second, "mc:AlternateContent");
  return !trim(shown_text(both.child("mc:Choice"))).empty();
}

void unpack_word_art(const pugi::xml_node& root) {
  for (const pugi::xml_node& words : innermost_first(root, "v:textpath")) {
    pugi::xml_node holder = outermost(words, "w:p");
    if (!holder || (is_second(words) && is_shown_by_first(words))) continue;
    pugi::xml_node paragraph = holder.parent().insert_child_after("w:p", holder);
    pugi::xml_node text = paragraph.append_child("w:r").append_child("w:t");
    text.text() = words.attribute("string").value();
  }
}

}  // namespace

void unpack_drawings(const pugi::xml_node& root) {
  unpack_word_art(root);
  unpack_text_boxes(root);
}

void report_drawings(const pugi::xml_node& root, WordReport& report) {
  for (const pugi::xml_node& drawing : descendants(root, "wp:docPr")) {
    report.alternative_text(drawing.attribute("title").value());
    report.alternative_text(drawing.attribute("descr").value());
  }
  for (const char* name : {"v:shape", "v:rect", "v:group"}) {
    for (const pugi::xml_node& shape : descendants(root, name)) {
      if (!is_second(shape)) report.alternative_text(shape.attribute("alt").value());
    }
  }
  for (const char* name : {"w:altChunk", "w:subDoc"}) {
    for (std::size_t i = descendants(root, name).size(); i > 0; --i) {
      report.embedded_file("a document");
    }
  }
  for (const pugi::xml_node& object : descendants(root, "o:OLEObject")) {
    report.embedded_file(object.attribute("ProgID").value());
  }
}

}  // namespace opsg::extraction
