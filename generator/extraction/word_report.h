#pragma once

#include <string>

#include "diagnostic.h"

namespace opsg::extraction {

/// Tells what a Word file shows or carries beside the lines that are read. Where in the lines it
/// would stand is not known yet: all is told at the first one. Empty texts are not told.
class WordReport {
 public:
  WordReport(const SourcePath& name, Diagnostics& diagnostics)
      : name_(name), diagnostics_(diagnostics) {}

  void hidden_text(const std::string& text);
  void deleted_text(const std::string& text);
  void unseen_text(const std::string& text);
  void alternative_text(const std::string& text);
  void embedded_file(const std::string& description);

 private:
  SourceSpan place() const;

  const SourcePath& name_;
  Diagnostics& diagnostics_;
};

}  // namespace opsg::extraction
