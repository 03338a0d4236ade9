#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic.h"

namespace opsg {

/// What the printer needs to know of the world. Both functions may be empty.
struct DiagnosticContext {
  /// The line's text without its newline, or nothing where there is no such line.
  std::function<std::optional<std::string_view>(const SourcePath&, std::uint32_t line)> line_text;
  /// Whether text at this place may be quoted. Where it may not (withheld text, and a terminal is
  /// not watching), only place and code are printed, and what quotes nothing. Empty: everything may.
  std::function<bool(const SourceSpan&)> may_quote;
  bool color = false;
};

/// Whether the finding may be told in full: it does not tell of withheld text, and none of its
/// places holds text that may not be quoted.
bool may_quote_whole(const Diagnostic& diagnostic, const DiagnosticContext& context);

/// Whether its message and help are the program's own words whatever the text at its place is: a
/// label that is missing or empty hides the text, but who mends it must read what is wrong.
bool quotes_nothing(const Diagnostic& diagnostic);

/// The finding as a good compiler prints it: `path:line:column: error[code]: message`, the line
/// with a caret under the span, notes and help. Ends with a newline. Control characters of the
/// source are shown as U+FFFD, so that a record cannot drive the reader's terminal.
std::string format_diagnostic(const Diagnostic& diagnostic, const DiagnosticContext& context);

/// All findings, each followed by an empty line.
std::string format_diagnostics(const Diagnostics& diagnostics, const DiagnosticContext& context);

}  // namespace opsg
