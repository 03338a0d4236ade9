#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace opsg {

/// A comment in which an import quotes what a document says of its level (said_label.h).
struct SaidComment {
  /// What stands behind the "#" of its line and of all comments right below it, which may go on it.
  std::vector<std::string> lines;
  std::uint32_t line = 0;    ///< Of its first line.
  std::uint32_t length = 0;  ///< Of its first line, from column 1.

  /// On one line.
  std::string text() const;
  /// Whether its first lines say what the other one does, wherever their lines end.
  bool quotes(const SaidComment& other) const;
  /// Whether it is what the document says of itself as a whole.
  bool is_of_banner() const;
};

/// All of them in a TOML file, or in a document's front matter.
std::vector<SaidComment> read_said_comments(std::string_view file);

}  // namespace opsg
