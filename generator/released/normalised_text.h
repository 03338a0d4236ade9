#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::released {

/// A text in which each white space, be it a line break or a no-break space, is one ASCII space,
/// with the way back to where it was written. Borrows what was written: most texts are normal
/// already, and none of them is copied.
class NormalisedText {
 public:
  explicit NormalisedText(std::string_view written);
  NormalisedText(const NormalisedText&) = delete;
  NormalisedText& operator=(const NormalisedText&) = delete;

  std::string_view text() const { return text_; }
  /// The written text's offset for an offset of `text()`, its end included.
  std::size_t written_offset(std::size_t offset) const;

 private:
  /// What is written from `offset` of `text()` on stands `bytes` further on than there.
  struct Shift {
    std::size_t offset = 0;
    std::size_t bytes = 0;
  };

  void normalise(std::string_view written);

  std::string copy_;  ///< Empty where the text is as it was written.
  std::string_view text_;
  std::vector<Shift> shifts_;
};

}  // namespace opsg::released
