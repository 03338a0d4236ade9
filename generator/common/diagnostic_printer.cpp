#include "diagnostic_printer.h"

#include <fmt/format.h>

#include <algorithm>

#include "text.h"

namespace opsg {
namespace {

constexpr std::string_view kHiddenText =
    "concerns text that is withheld from the public (--show-withheld prints it)";

std::string place(const SourceSpan& span) {
  if (span.line == 0) return std::string(span.path.view());
  return fmt::format("{}:{}:{}", span.path.view(), span.line, span.column);
}

std::string_view severity_name(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

std::string paint(std::string_view text, std::string_view ansi, bool color) {
  if (!color) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", ansi, text);
}

/// Tabs are one column wide in the caret line too, so that the caret stands under its text.
std::string caret_line(std::string_view line, const SourceSpan& span) {
  const auto start = std::min<std::size_t>(span.column > 0 ? span.column - 1 : 0, line.size());
  const auto length = std::min<std::size_t>(span.length, line.size() - start);
  const auto indent = code_point_count(line.substr(0, start));
  const auto under = std::max<std::size_t>(1, code_point_count(line.substr(start, length)));
  return std::string(indent, ' ') + '^' + std::string(under - 1, '~');
}

std::string excerpt(const SourceSpan& span, const DiagnosticContext& context) {
  if (span.line == 0 || !context.line_text) return {};
  const auto line = context.line_text(span.path, span.line);
  if (!line) return {};
  const std::string number = fmt::format("{:>5}", span.line);
  const std::string gutter(number.size(), ' ');
  return fmt::format("{} | {}\n{} | {}\n", number, printable(*line), gutter,
                     paint(caret_line(*line, span), "1;32", context.color));
}

std::string format_note(const DiagnosticNote& note, const DiagnosticContext& context) {
  if (!note.span) return fmt::format("  note: {}\n", printable(note.message));
  return fmt::format("  note: {}: {}\n{}", place(*note.span), printable(note.message),
                     excerpt(*note.span, context));
}

}  // namespace

bool may_quote_whole(const Diagnostic& diagnostic, const DiagnosticContext& context) {
  if (!context.may_quote) return true;
  if (diagnostic.tells_withheld || !context.may_quote(diagnostic.span)) return false;
  return std::all_of(diagnostic.notes.begin(), diagnostic.notes.end(),
                     [&](const auto& note) { return !note.span || context.may_quote(*note.span); });
}

bool quotes_nothing(const Diagnostic& diagnostic) {
  const bool of_labels = diagnostic.code == "label-empty" || diagnostic.code == "label-missing";
  return of_labels && !diagnostic.tells_withheld;
}

std::string format_diagnostic(const Diagnostic& diagnostic, const DiagnosticContext& context) {
  const bool error = diagnostic.severity == Severity::error;
  const std::string label =
      paint(fmt::format("{}[{}]", severity_name(diagnostic.severity), diagnostic.code),
            error ? "1;31" : "1;33", context.color);
  std::string out = fmt::format("{}: {}: ", place(diagnostic.span), label);
  const bool whole = may_quote_whole(diagnostic, context);
  if (!whole && !quotes_nothing(diagnostic)) return out + std::string(kHiddenText) + "\n";

  out += printable(diagnostic.message) + "\n";
  if (whole) out += excerpt(diagnostic.span, context);
  for (const DiagnosticNote& note : diagnostic.notes) {
    if (whole) out += format_note(note, context);
  }
  if (!diagnostic.help.empty()) out += fmt::format("  help: {}\n", printable(diagnostic.help));
  return out;
}

std::string format_diagnostics(const Diagnostics& diagnostics, const DiagnosticContext& context) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    out += format_diagnostic(diagnostic, context) + "\n";
  }
  return out;
}

}  // namespace opsg
