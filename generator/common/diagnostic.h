#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source_span.h"

namespace opsg {

enum class Severity { error, warning };

struct DiagnosticNote {
  std::string message;
  std::optional<SourceSpan> span;

  friend bool operator==(const DiagnosticNote&, const DiagnosticNote&) = default;
};

/// One finding about what a user wrote. `code` is stable and documented (docs/diagnostics.md);
/// `help` says how to mend it.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  std::string message;
  SourceSpan span;
  std::vector<DiagnosticNote> notes;
  std::string help;
  /// Whether it follows from more than the most open audience may see, wherever it stands.
  bool tells_withheld = false;

  Diagnostic& note(std::string text, std::optional<SourceSpan> at = std::nullopt) {
    notes.push_back({std::move(text), std::move(at)});
    return *this;
  }
  Diagnostic& with_help(std::string text) {
    help = std::move(text);
    return *this;
  }

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Collects findings, so that one run shows all of them. Not thread-safe: a parallel stage gives
/// each task a sink of its own and appends them in order.
class Diagnostics {
 public:
  /// The returned reference is valid until the next finding is added.
  Diagnostic& error(std::string_view code, SourceSpan span, std::string message);
  Diagnostic& warning(std::string_view code, SourceSpan span, std::string message);
  void append(Diagnostics other);

  /// Takes out warnings of these codes. Errors cannot be silenced.
  void drop_warnings(std::span<const std::string> codes);

  /// Marks as telling of withheld text what is not among the findings of those who do not see it.
  void mark_withheld(const Diagnostics& open);

  /// By path, line and column; equal findings once.
  void sort();

  bool has_errors() const;
  bool empty() const { return items_.empty(); }
  const std::vector<Diagnostic>& items() const { return items_; }

 private:
  Diagnostic& add(Severity severity, std::string_view code, SourceSpan span, std::string message);

  std::vector<Diagnostic> items_;
};

}  // namespace opsg
