#include "svg_element.h"

#include <string>

#include "text.h"

namespace opsg::charts {

SvgElement& SvgElement::set(HtmlLiteral attribute, std::string_view value) {
  attributes_ += SafeHtml(" ");
  attributes_ += SafeHtml(attribute);
  attributes_ += SafeHtml("=\"");
  attributes_ += SafeHtml::escape(printable(value));
  attributes_ += SafeHtml("\"");
  return *this;
}

SvgElement& SvgElement::set_number(HtmlLiteral attribute, std::int64_t value) {
  return set(attribute, std::to_string(value));
}

SvgElement& SvgElement::add(const SvgElement& child) {
  content_ += child.html();
  return *this;
}

SvgElement& SvgElement::add_text(std::string_view text) {
  content_ += SafeHtml::escape(printable(text));
  return *this;
}

SafeHtml SvgElement::html() const {
  SafeHtml html("<");
  html += SafeHtml(name_);
  html += attributes_;
  html += SafeHtml(">");
  html += content_;
  html += SafeHtml("</");
  html += SafeHtml(name_);
  html += SafeHtml(">");
  return html;
}

}  // namespace opsg::charts
