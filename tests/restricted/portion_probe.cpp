#include "portion_probe.h"

#include <fmt/format.h>

#include <utility>

#include "diagnostic_printer.h"
#include "source_lines.h"

namespace opsg::restricted {
namespace {

std::string_view kind_name(PortionKind kind) {
  switch (kind) {
    case PortionKind::document:
      return "document";
    case PortionKind::section:
      return "section";
    case PortionKind::paragraph:
      return "paragraph";
    case PortionKind::list_item:
      return "item";
    case PortionKind::block_quote:
      return "quote";
    case PortionKind::table:
      return "table";
    case PortionKind::table_row:
      return "row";
    case PortionKind::span:
      return "span";
  }
  return "?";
}

std::string place_of(const Portion& portion) {
  if (portion.kind != PortionKind::span) {
    return fmt::format("{}-{}", portion.first_line, portion.last_line);
  }
  return fmt::format("{}:{}-{}:{}", portion.first_line, portion.first_column, portion.last_line,
                     portion.last_column);
}

}  // namespace

PortionProbe::PortionProbe(std::string text, Level label, GateRules rules)
    : text_(std::move(text)), policy_(test_policy()), rules_(rules) {
  const MarkdownBody body{SourcePath("minutes.md"), text_, 1};
  map_ = find_portions(body, label, {SourcePath("label"), 1, 1, 1}, context(), diagnostics_);
}

MarkingContext PortionProbe::context() const {
  return {policy_, {"SECAS", "DCC", "GREEK"}, rules_};
}

std::string PortionProbe::portions() const {
  std::string out;
  for (const Portion& portion : map_.portions) {
    if (portion.kind == PortionKind::document) continue;
    out += fmt::format("{} {} {}{}\n", policy_[portion.level].name, kind_name(portion.kind),
                       place_of(portion), portion.extract ? " extract" : "");
  }
  return out;
}

std::string PortionProbe::findings() const {
  return format(diagnostics_);
}

std::string PortionProbe::codes() const {
  std::string out;
  for (const Diagnostic& found : diagnostics_.items()) {
    out += fmt::format("{} {}:{}\n", found.code, found.span.line, found.span.column);
  }
  return out;
}

std::vector<Fragment> PortionProbe::fragments(Level clearance) {
  Diagnostics ignored;
  return clear_portions(map_, {clearance}, context(), ignored);
}

std::string PortionProbe::cleared(Level clearance) {
  const std::vector<Fragment> all = fragments(clearance);
  return all.size() == 1 ? all.front().text : fmt::format("<{} fragments>", all.size());
}

std::string PortionProbe::clearing_findings(Level clearance) {
  Diagnostics found;
  clear_portions(map_, {clearance}, context(), found);
  return format(found);
}

std::string PortionProbe::format(const Diagnostics& diagnostics) const {
  const SourceLines lines(text_);
  DiagnosticContext context;
  context.line_text = [&](const SourcePath& path,
                          std::uint32_t line) -> std::optional<std::string_view> {
    if (path.view() != "minutes.md" || line == 0 || line > lines.count()) return std::nullopt;
    return lines[line];
  };
  return format_diagnostics(diagnostics, context);
}

std::string codes(const std::string& text) {
  return PortionProbe(text).codes();
}

}  // namespace opsg::restricted
