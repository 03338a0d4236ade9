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

/// Whether what is written for older readers says what is written for newer ones as well.
class Repetitions {
 public:
  bool contain(const pugi::xml_node& node) {
    if (!is_second(node)) return false;
    const pugi::xml_node both = outermost(node, "mc:AlternateContent");
    if (both != last_) has_text_ = !trim(shown_text(both.child("mc:Choice"))).empty();
    last_ = both;
    return has_text_;
  }

 private:
  pugi::xml_node last_;
  bool has_text_ = false;
};

void unpack_word_art(const pugi::xml_node& root) {
  Repetitions repetitions;
  for (const pugi::xml_node& words : innermost_first(root, "v:textpath")) {
    pugi::xml_node holder = outermost(words, "w:p");
    if (!holder || repetitions.contain(words)) continue;
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
