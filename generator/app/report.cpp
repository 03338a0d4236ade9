#include "report.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "finding_limit.h"
#include "json_text.h"
#include "text.h"

namespace opsg::app {
namespace {

/// More than anybody mends before the next run.
constexpr std::size_t kMostFindings = 100;

bool stderr_is_terminal() {
  return isatty(STDERR_FILENO) == 1;
}

Clearance most_open_clearance(const restricted::LabelledSite* labelled) {
  if (!labelled || labelled->policy.audiences.empty()) return {};
  return labelled->policy.audiences.front().clearance;
}

nlohmann::ordered_json place_json(const SourceSpan& span) {
  return {{"path", span.path.view()},
          {"line", span.line},
          {"column", span.column},
          {"length", span.length}};
}

/// The gate holds such text for public; the audit, which found it withheld, is the one to believe.
bool is_leak(const Diagnostic& diagnostic) {
  return diagnostic.code == "audit-leak";
}

bool may_tell(const Diagnostic& diagnostic, const DiagnosticContext& context) {
  if (context.may_quote && is_leak(diagnostic)) return false;
  return may_quote_whole(diagnostic, context);
}

nlohmann::ordered_json diagnostic_json(const Diagnostic& diagnostic,
                                       const DiagnosticContext& context) {
  nlohmann::ordered_json out = place_json(diagnostic.span);
  out["severity"] = diagnostic.severity == Severity::error ? "error" : "warning";
  out["code"] = diagnostic.code;
  const bool whole = may_tell(diagnostic, context);
  if (!whole && !quotes_nothing(diagnostic)) return out;
  out["message"] = diagnostic.message;
  out["help"] = diagnostic.help;
  if (!whole) return out;
  out["notes"] = nlohmann::ordered_json::array();
  for (const DiagnosticNote& note : diagnostic.notes) {
    nlohmann::ordered_json entry = note.span ? place_json(*note.span) : nlohmann::ordered_json();
    entry["message"] = note.message;
    out["notes"].push_back(std::move(entry));
  }
  return out;
}

std::string findings_json(nlohmann::ordered_json list) {
  const nlohmann::ordered_json out = {{"diagnostics", std::move(list)}};
  return json_text(out);
}

std::string diagnostics_json(const Diagnostics& diagnostics, const DiagnosticContext& context) {
  auto list = nlohmann::ordered_json::array();
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    list.push_back(diagnostic_json(diagnostic, context));
  }
  return findings_json(std::move(list));
}

/// Themes are public, whatever the records say.
bool is_of_theme(const SourcePath& path) {
  return path.view().starts_with("themes/") || path.view().starts_with("overrides/");
}

/// The context borrows the tree; `quotable` as well, which is null where everything is quoted.
DiagnosticContext context_of(const SourceTree& tree, const restricted::QuotableText* quotable) {
  DiagnosticContext context;
  context.line_text = [&tree](const SourcePath& path, std::uint32_t line) {
    return source_line(tree, path, line);
  };
  if (quotable) {
    context.may_quote = [quotable](const SourceSpan& span) {
      return is_of_theme(span.path) || quotable->may_quote(span);
    };
  }
  return context;
}

}  // namespace

bool wants_color(ColorMode mode, int stream) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(stream) == 1 && (!no_color || !*no_color);
}

std::optional<std::string_view> source_line(const SourceTree& tree, const SourcePath& path,
                                            std::uint32_t line) {
  const SourceFile* file = tree.find(path.view());
  if (!file || line == 0) return std::nullopt;
  const auto lines = split_lines(file->bytes);
  if (line > lines.size()) return std::nullopt;
  return lines[line - 1];
}

std::string format_findings(const Diagnostics& diagnostics, const SourceTree& tree,
                            const restricted::LabelledSite* labelled, restricted::GateTime time,
                            const FindingFormat& format) {
  const bool hide = format.withheld == WithheldText::hide;
  const restricted::QuotableText quotable(tree, labelled, most_open_clearance(labelled), time);
  DiagnosticContext context = context_of(tree, hide ? &quotable : nullptr);
  context.color = format.color;
  DiagnosticContext hiding = context;
  if (hide) hiding.may_quote = [](const SourceSpan&) { return false; };
  const FindingSelection selection = select_findings(diagnostics, format.most);
  std::string out;
  for (const Diagnostic* diagnostic : selection.printed) {
    out += format_diagnostic(*diagnostic, is_leak(*diagnostic) ? hiding : context) + "\n";
  }
  return out + remainder_line(selection);
}

std::string Report::text_of(Diagnostics diagnostics, const SourceTree& tree,
                            const restricted::LabelledSite* labelled,
                            restricted::GateTime time) const {
  diagnostics.sort();
  const FindingFormat format = finding_format();
  if (options_.format == OutputFormat::human) {
    return format_findings(diagnostics, tree, labelled, time, format);
  }
  const bool hide = format.withheld == WithheldText::hide;
  const restricted::QuotableText quotable(tree, labelled, most_open_clearance(labelled), time);
  return diagnostics_json(diagnostics, context_of(tree, hide ? &quotable : nullptr));
}

std::string Report::manner() const {
  const FindingFormat format = finding_format();
  return fmt::format("{} {} {} {}", options_.format == OutputFormat::json ? "json" : "human",
                     format.withheld == WithheldText::hide ? "hide" : "quote",
                     format.color ? "colour" : "plain", format.most);
}

void Report::print_findings(std::string_view text) const {
  fmt::print(stderr, "{}", text);
}

void Report::print(Diagnostics diagnostics, const SourceTree& tree,
                   const restricted::LabelledSite* labelled, restricted::GateTime time) const {
  print_findings(text_of(std::move(diagnostics), tree, labelled, time));
}

FindingFormat Report::finding_format() const {
  const bool hide = !stderr_is_terminal() && !options_.show_withheld;
  FindingFormat format{hide ? WithheldText::hide : WithheldText::quote,
                       wants_color(options_.color, STDERR_FILENO)};
  if (!options_.all_findings) format.most = kMostFindings;
  return format;
}

void Report::print(Diagnostics diagnostics, DiagnosticContext context,
                   const std::function<void(Diagnostic&)>& annotate) const {
  diagnostics.sort();
  const bool is_json = options_.format == OutputFormat::json;
  const bool all = is_json || options_.all_findings;
  const FindingSelection selection =
      select_findings(diagnostics, all ? diagnostics.items().size() : kMostFindings);
  context.color = wants_color(options_.color, STDERR_FILENO);
  auto list = nlohmann::ordered_json::array();
  for (const Diagnostic* finding : selection.printed) {
    Diagnostic told = *finding;
    annotate(told);
    if (is_json) {
      list.push_back(diagnostic_json(told, context));
    } else {
      fmt::print(stderr, "{}\n", format_diagnostic(told, context));
    }
  }
  fmt::print(stderr, "{}", is_json ? findings_json(std::move(list)) : remainder_line(selection));
}

void Report::print_failure(std::string_view message) const {
  if (options_.format == OutputFormat::json) {
    const nlohmann::ordered_json out = {{"failure", message}};
    fmt::print(stderr, "{}", json_text(out));
  } else {
    fmt::print(stderr, "opsg-site: {}\n", message);
  }
}

void Report::say(std::string_view text) const {
  if (options_.quiet || options_.format == OutputFormat::json) return;
  fmt::print("{}", text);
}

void Report::print_json(std::string_view json) const {
  if (options_.format == OutputFormat::json) fmt::print("{}", json);
}

}  // namespace opsg::app
