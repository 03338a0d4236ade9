#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "helper_program.h"

namespace opsg::extraction {

/// A program that reads a format for us.
struct Helper {
  std::string_view program;
  std::string_view package;  ///< The Debian package that it comes in.
};

/// Runs the helper over a document. Nothing, with an error that says what to do, where it is not
/// installed, could not be started or exceeded its limits. What it thinks of the document is for
/// the caller to see: the outcome is `done` or `failed`.
std::optional<HelperRun> run_reported(const Helper& helper,
                                      const std::vector<std::string>& arguments,
                                      std::string_view document, const HelperLimits& limits,
                                      const SourcePath& name, Diagnostics& diagnostics);

/// "pdftotext says: Syntax Error: ...": its first line, fit to be printed.
std::string complaint_note(std::string_view program, std::string_view complaint);

}  // namespace opsg::extraction
