#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::test {

struct PictureElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  ///< Its own, without that of elements inside.

  /// Empty where it is missing.
  std::string_view attribute(const std::string& key) const;
};

/// The elements of a picture in the order of their tags, read by Expat: what is not well-formed XML
/// throws std::runtime_error.
std::vector<PictureElement> read_picture(std::string_view svg);

/// The texts that a picture shows, without its title and description.
std::vector<std::string> shown_texts(std::string_view svg);

/// The numbers in a text, as written: "-3", "96.12".
std::vector<std::string> numbers_in(std::string_view text);

}  // namespace opsg::test
