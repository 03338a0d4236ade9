#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "passages.h"
#include "policy.h"

namespace opsg::audit {

/// For whom, and by which rules, a document is read.
struct MarkdownScope {
  const Policy& policy;
  Clearance clearance;
  Level label;                ///< The document's.
  bool all_withheld = false;  ///< A draft, for instance: extracts are withheld as well.
  /// Upper case keywords; the marking of a paragraph that begins with one covers the list below it.
  std::vector<std::string> raising_keywords;
};

/// Adds every block of the document to the reading, by the markings as they meet the eye: line by
/// line, without a Markdown parser. `body_begin`: the byte of the file behind the front matter.
void read_markdown(const SourceFile& file, std::size_t body_begin, const MarkdownScope& scope,
                   FileReading& reading);

}  // namespace opsg::audit
