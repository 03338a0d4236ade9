#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include "safe_html.h"

namespace opsg::charts {

using released::HtmlLiteral;
using released::SafeHtml;

/// An element of an SVG picture inside a page: its names are literals of this program, its values
/// are escaped. Characters that XML forbids or that turn the direction of a text become U+FFFD.
class SvgElement {
 public:
  explicit SvgElement(HtmlLiteral name) : name_(name) {}

  SvgElement& set(HtmlLiteral attribute, std::string_view value);
  SvgElement& set(HtmlLiteral attribute, std::integral auto value) {
    return set_number(attribute, static_cast<std::int64_t>(value));
  }
  SvgElement& add(const SvgElement& child);
  SvgElement& add_text(std::string_view text);

  /// `<name attributes>content</name>`: well-formed XML, and the same as HTML.
  SafeHtml html() const;

 private:
  SvgElement& set_number(HtmlLiteral attribute, std::int64_t value);

  HtmlLiteral name_;
  SafeHtml attributes_;
  SafeHtml content_;
};

}  // namespace opsg::charts
