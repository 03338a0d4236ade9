#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::released {

struct XmlAttribute {
  std::string_view name;
  std::string_view value;
};

/// Writes an XML 1.0 document in UTF-8, indented by two spaces. Text and attributes may hold any
/// bytes: they are escaped, and what XML cannot hold is replaced. Names come from the program.
class XmlWriter {
 public:
  using Attributes = std::initializer_list<XmlAttribute>;

  XmlWriter();

  /// An element with elements in it, until the matching close(). `name` must outlive that.
  void open(std::string_view name, Attributes attributes = {});
  void close();
  void element(std::string_view name, std::string_view text, Attributes attributes = {});
  void empty_element(std::string_view name, Attributes attributes);

  /// The document; every element must be closed.
  std::string take();

 private:
  void start_tag(std::string_view name, Attributes attributes);
  void indent();

  std::string xml_;
  std::vector<std::string_view> open_;
};

}  // namespace opsg::released
