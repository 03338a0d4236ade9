#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <string>

#include "diagnostic.h"
#include "diagnostic_printer.h"
#include "gate.h"
#include "options.h"
#include "sources.h"

namespace opsg::app {

/// https://no-color.org. `stream` is the descriptor of what is written to.
bool wants_color(ColorMode mode, int stream);

/// How a report treats text that the most open audience is not shown.
enum class WithheldText { quote, hide };

struct FindingFormat {
  WithheldText withheld = WithheldText::hide;
  bool color = false;
  std::size_t most = std::numeric_limits<std::size_t>::max();  ///< Findings that are told.
};

/// The findings for people. Where withheld text is hidden, a finding about it gives its place and
/// its code alone.
std::string format_findings(const Diagnostics& diagnostics, const SourceTree& tree,
                            const restricted::LabelledSite* labelled, restricted::GateTime time,
                            const FindingFormat& format);

/// Where findings are told: to a person, or to a program (`--format json`).
class Report {
 public:
  explicit Report(const Options& options) : options_(options) {}

  /// Findings as they are printed, sorted: all of them with --all and in JSON, else the first. Text
  /// that is withheld from the most open audience is quoted on a terminal and with --show-withheld
  /// only.
  std::string text_of(Diagnostics diagnostics, const SourceTree& tree,
                      const restricted::LabelledSite* labelled, restricted::GateTime time) const;

  /// What `text_of` depends on besides its arguments, in a word.
  std::string manner() const;

  /// What `text_of` gave, now or in an earlier run, on stderr.
  void print_findings(std::string_view text) const;

  /// Both at once.
  void print(Diagnostics diagnostics, const SourceTree& tree,
             const restricted::LabelledSite* labelled, restricted::GateTime time) const;

  /// The same, where `context` says what may be quoted. Its `color` is the report's to choose.
  /// `annotate` may add to a finding what only its teller knows.
  void print(Diagnostics diagnostics, DiagnosticContext context,
             const std::function<void(Diagnostic&)>& annotate) const;

  /// What went wrong with the machine or with the use of the program.
  void print_failure(std::string_view message) const;

  /// Results for people, on stdout; nothing with --quiet or --format json.
  void say(std::string_view text) const;

  /// Results for programs, on stdout; nothing but with --format json.
  void print_json(std::string_view json) const;

 private:
  FindingFormat finding_format() const;

  const Options& options_;
};

/// A line of the site's files, for messages.
std::optional<std::string_view> source_line(const SourceTree& tree, const SourcePath& path,
                                            std::uint32_t line);

}  // namespace opsg::app
