#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace opsg::restricted {

/// A text and its lines, counted from 1. Lines end where CommonMark (2.1) ends them: at "\n",
/// "\r\n" or "\r", so that line numbers are those of the parser. The text is borrowed.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text);

  std::string_view text() const { return text_; }
  std::uint32_t count() const { return static_cast<std::uint32_t>(begins_.size() - 1); }

  std::size_t begin(std::uint32_t line) const { return begins_[line - 1]; }
  /// Behind the line's content, before its ending.
  std::size_t end(std::uint32_t line) const;
  /// Behind the line's ending.
  std::size_t next(std::uint32_t line) const { return begins_[line]; }

  std::string_view operator[](std::uint32_t line) const {
    return text_.substr(begin(line), end(line) - begin(line));
  }
  /// The line that holds the byte at `offset`; the last one for the end of the text.
  std::uint32_t line_at(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> begins_;  ///< Of every line; then the text's size.
};

}  // namespace opsg::restricted
