#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>

namespace opsg::extraction {

/// What a Word file's styles say of the runs in them, by themselves or through what they are based
/// on.
class WordStyles {
 public:
  /// The `w:styles` element, which may be empty and must outlive this.
  explicit WordStyles(const pugi::xml_node& styles);

  /// Whether a property such as "w:vanish" is on for a run (`w:r`): what the run says itself
  /// counts; else it is on if its character style, its paragraph's style or the defaults say so.
  bool is_on_for(const pugi::xml_node& run, const char* property) const;

  /// The property of a run that counts: its own, or that of the styles in this order. May be empty.
  pugi::xml_node of_run(const pugi::xml_node& run, const char* property) const;

  /// The same of a paragraph (`w:p`).
  pugi::xml_node of_paragraph(const pugi::xml_node& paragraph, const char* property) const;

  /// The `w:style` element of this id, or an empty one.
  pugi::xml_node style(const std::string& id) const;

 private:
  std::string style_of_paragraph(const pugi::xml_node& paragraph) const;
  pugi::xml_node find(std::string style, const char* kind, const char* property) const;

  std::map<std::string, pugi::xml_node> styles_;
  std::string default_paragraph_style_;
  pugi::xml_node defaults_;
};

}  // namespace opsg::extraction
