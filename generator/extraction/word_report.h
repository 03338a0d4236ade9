#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"

namespace opsg::extraction {

/// Tells what a Word file shows or carries beside the lines that are read. Where in the lines it
/// would stand is not known yet: all is told at the first one. Empty texts are not told. Keeps the
/// texts in full, as the document's asides.
class WordReport {
 public:
  WordReport(const SourcePath& name, Diagnostics& diagnostics)
      : name_(name), diagnostics_(diagnostics) {}

  void hidden_text(const std::string& text);
  void deleted_text(const std::string& text);
  void unseen_text(const std::string& text);
  void alternative_text(const std::string& text);
  void struck_text(const std::string& text);
  void embedded_file(const std::string& description);
  void lost_text(const std::string& text);

  /// A text that is told elsewhere.
  void aside(std::string_view text);

  const std::vector<std::string>& asides() const { return asides_; }

 private:
  SourceSpan place() const;

  const SourcePath& name_;
  Diagnostics& diagnostics_;
  std::vector<std::string> asides_;
};

}  // namespace opsg::extraction
