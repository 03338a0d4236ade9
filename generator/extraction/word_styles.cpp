#include "word_styles.h"

#include <string_view>

#include "word_xml.h"

namespace opsg::extraction {
namespace {

std::string character_style(const pugi::xml_node& run) {
  return value_of(run.child("w:rPr").child("w:rStyle"));
}

bool is_default_paragraph_style(const pugi::xml_node& style) {
  const std::string_view is_default = style.attribute("w:default").value();
  return std::string_view(style.attribute("w:type").value()) == "paragraph" &&
         (is_default == "1" || is_default == "true" || is_default == "on");
}

}  // namespace

WordStyles::WordStyles(const pugi::xml_node& styles)
    : defaults_(styles.child("w:docDefaults").child("w:rPrDefault").child("w:rPr")) {
  for (const pugi::xml_node& style : styles.children("w:style")) {
    const std::string id = style.attribute("w:styleId").value();
    styles_[id] = style;
    if (is_default_paragraph_style(style)) default_paragraph_style_ = id;
  }
}

pugi::xml_node WordStyles::style(const std::string& id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? pugi::xml_node() : found->second;
}

pugi::xml_node WordStyles::find(std::string id, const char* kind, const char* property) const {
  for (int i = 0; i < kLongestChain; ++i) {
    const pugi::xml_node found = style(id);
    if (const pugi::xml_node own = found.child(kind).child(property)) return own;
    id = value_of(found.child("w:basedOn"));
  }
  return {};
}

std::string WordStyles::style_of_paragraph(const pugi::xml_node& paragraph) const {
  const pugi::xml_node named = paragraph.child("w:pPr").child("w:pStyle");
  return named ? value_of(named) : default_paragraph_style_;
}

bool WordStyles::is_on_for(const pugi::xml_node& run, const char* property) const {
  if (const pugi::xml_node own = run.child("w:rPr").child(property)) return is_on(own);
  const std::string paragraph_style = style_of_paragraph(nearest_around(run, "w:p"));
  return is_on(find(character_style(run), "w:rPr", property)) ||
         is_on(find(paragraph_style, "w:rPr", property)) || is_on(defaults_.child(property));
}

pugi::xml_node WordStyles::of_run(const pugi::xml_node& run, const char* property) const {
  if (const pugi::xml_node own = run.child("w:rPr").child(property)) return own;
  const std::string paragraph_style = style_of_paragraph(nearest_around(run, "w:p"));
  for (const std::string& style : {character_style(run), paragraph_style}) {
    if (const pugi::xml_node found = find(style, "w:rPr", property)) return found;
  }
  return defaults_.child(property);
}

pugi::xml_node WordStyles::of_paragraph(const pugi::xml_node& paragraph,
                                        const char* property) const {
  if (const pugi::xml_node own = paragraph.child("w:pPr").child(property)) return own;
  return find(style_of_paragraph(paragraph), "w:pPr", property);
}

}  // namespace opsg::extraction
