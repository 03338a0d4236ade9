#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace opsg::importing {

/// Words of the document that the record does not repeat, by the rule that left them out.
struct DroppedText {
  std::string rule;  ///< "page-furniture", "table-head", ...
  std::string text;
  int page = 0;
  int line = 0;
};

/// A passage that no rule understood. The record holds it under a heading of its own.
struct UnresolvedText {
  std::string text;
  int page = 0;
  int line = 0;
};

/// Where every word of a document went. Source, written and dropped words are counted apart from
/// each other, in the document, in the finished files and in the list of what was left out.
struct WordAccount {
  std::size_t source = 0;
  std::size_t emitted = 0;
  std::size_t unresolved = 0;
  std::size_t dropped = 0;
  std::vector<std::string> lost;      ///< In the document, and nowhere else: a bug.
  std::vector<std::string> invented;  ///< In the files, and from nowhere: a bug.

  bool reconciles() const {
    return lost.empty() && invented.empty() && source == emitted + unresolved + dropped;
  }
};

}  // namespace opsg::importing
