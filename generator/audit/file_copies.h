#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace opsg::audit {

/// Files by their contents, to tell what is a copy of one of them. Empty files are copies of none.
class FileCopies {
 public:
  /// Borrows the contents.
  explicit FileCopies(const std::vector<std::string_view>& contents);

  /// Which of the files is equal to the bytes, the first of several.
  std::optional<std::size_t> find(std::string_view bytes) const;

 private:
  struct File {
    std::string_view bytes;
    std::size_t index = 0;
  };
  std::vector<File> by_size_;
};

}  // namespace opsg::audit
