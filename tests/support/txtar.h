#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace opsg::test {

/// Files in one text, in Go's txtar format: a comment, then `-- path --` lines each followed by the
/// file's text.
struct Txtar {
  std::string comment;
  std::vector<std::pair<std::string, std::string>> files;

  /// Null where there is no such file.
  const std::string* find(std::string_view path) const;
  void set(std::string_view path, std::string text);
};

Txtar parse_txtar(std::string_view text);
std::string format_txtar(const Txtar& archive);

}  // namespace opsg::test
