#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::released {

/// A text in which each white space, be it a line break or a no-break space, is one ASCII space,
/// with the way back to where it was written.
class NormalisedText {
 public:
  explicit NormalisedText(std::string_view written);

  const std::string& text() const { return text_; }
  /// The written text's offset for an offset of `text()`, its end included.
  std::size_t written_offset(std::size_t offset) const { return offsets_[offset]; }

 private:
  std::string text_;
  std::vector<std::size_t> offsets_;
};

}  // namespace opsg::released
