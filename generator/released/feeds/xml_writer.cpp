#include "xml_writer.h"

#include <cassert>
#include <utility>

#include "plain_characters.h"
#include "safe_html.h"

namespace opsg::released {
namespace {

/// Attribute values would lose line ends and tabs to normalisation (XML 1.0, 3.3.3).
void append_attribute_value(std::string& xml, std::string_view value) {
  std::string escaped;
  append_escaped(escaped, plain_characters(value));
  for (const char c : escaped) {
    if (c == '\n' || c == '\r' || c == '\t') {
      xml += "&#" + std::to_string(static_cast<int>(c)) + ';';
    } else {
      xml += c;
    }
  }
}

/// A carriage return would be read as a line feed (XML 1.0, 2.11).
void append_text(std::string& xml, std::string_view text) {
  std::string escaped;
  append_escaped(escaped, plain_characters(text));
  for (const char c : escaped) {
    if (c == '\r') {
      xml += "&#13;";
    } else {
      xml += c;
    }
  }
}

}  // namespace

XmlWriter::XmlWriter() : xml_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::open(std::string_view name, Attributes attributes) {
  start_tag(name, attributes);
  xml_ += ">\n";
  open_.push_back(name);
}

void XmlWriter::close() {
  assert(!open_.empty());
  const std::string_view name = open_.back();
  open_.pop_back();
  indent();
  xml_.append("</").append(name).append(">\n");
}

void XmlWriter::element(std::string_view name, std::string_view text, Attributes attributes) {
  start_tag(name, attributes);
  xml_ += '>';
  append_text(xml_, text);
  xml_.append("</").append(name).append(">\n");
}

void XmlWriter::empty_element(std::string_view name, Attributes attributes) {
  start_tag(name, attributes);
  xml_ += "/>\n";
}

std::string XmlWriter::take() {
  assert(open_.empty());
  return std::move(xml_);
}

void XmlWriter::start_tag(std::string_view name, Attributes attributes) {
  indent();
  xml_.append("<").append(name);
  for (const auto& [key, value] : attributes) {
    xml_.append(" ").append(key).append("=\"");
    append_attribute_value(xml_, value);
    xml_ += '"';
  }
}

void XmlWriter::indent() {
  xml_.append(2 * open_.size(), ' ');
}

}  // namespace opsg::released
