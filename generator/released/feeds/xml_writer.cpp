#include "xml_writer.h"

#include <cassert>
#include <utility>

#include "byte_set.h"
#include "plain_characters.h"
#include "safe_html.h"

namespace opsg::released {
namespace {

/// Attribute values would lose line ends and tabs to normalisation (XML 1.0, 3.3.3).
constexpr ByteSet kLostInAttributes("\n\r\t");
/// A carriage return would be read as a line feed (XML 1.0, 2.11).
constexpr ByteSet kLostInText("\r");

/// Escapes the text, and writes the `lost` characters by their numbers.
void append_characters(std::string& xml, std::string_view text, const ByteSet& lost) {
  const std::string plain = plain_characters(text);
  for (std::size_t at = 0;;) {
    const std::size_t end = lost.find_in(plain, at);
    append_escaped(xml, std::string_view(plain).substr(at, end - at));
    if (end == plain.size()) return;
    xml += "&#" + std::to_string(static_cast<int>(plain[end])) + ';';
    at = end + 1;
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
  append_characters(xml_, text, kLostInText);
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
    append_characters(xml_, value, kLostInAttributes);
    xml_ += '"';
  }
}

void XmlWriter::indent() {
  xml_.append(2 * open_.size(), ' ');
}

}  // namespace opsg::released
