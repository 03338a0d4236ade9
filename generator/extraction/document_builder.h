#pragma once

#include <string>
#include <string_view>

#include "diagnostic.h"
#include "document_text.h"

namespace opsg::extraction {

/// Collects a document's lines, whatever they are read from: cleans and numbers them.
class DocumentBuilder {
 public:
  DocumentBuilder(SourcePath name, importing::Wrapping wrapping);

  /// Text that may hold several lines; the tabs in it part cells.
  void add(std::string_view text, int page = 0, int heading = 0);

  /// The number of the line that comes next.
  std::uint32_t next_line() const { return static_cast<std::uint32_t>(document_.lines.size()) + 1; }

  /// The document without empty lines at its ends. Characters that were left out are reported.
  importing::DocumentText finish(Diagnostics& diagnostics);

 private:
  SourcePath name_;
  importing::DocumentText document_;
  std::size_t removed_ = 0;
  std::uint32_t first_removed_ = 0;
};

}  // namespace opsg::extraction
