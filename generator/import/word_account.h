#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document_text.h"

namespace opsg::importing {

/// Words of the document that the record does not repeat, by the rule that left them out.
struct DroppedText {
  std::string rule;  ///< "page-furniture", "table-head", ...
  std::string text;
  std::size_t words = 0;
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

/// Counts anew what the document holds, what the finished files hold and what was left out. `own`
/// are the words of the files that the program wrote of its own accord.
WordAccount account_words(const DocumentText& document, std::span<const std::string> files,
                          std::span<const DroppedText> dropped,
                          std::span<const UnresolvedText> unresolved, std::string_view own);

}  // namespace opsg::importing
