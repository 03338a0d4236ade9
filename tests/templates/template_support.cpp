#include "template_support.h"

#include <optional>
#include <utility>
#include <vector>

#include "diagnostic_printer.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr std::string_view kFolder = "templates/";

std::optional<std::string_view> find_line(const TemplateTexts& texts, const SourcePath& path,
                                          std::uint32_t line) {
  const auto text = texts.find(std::string(path.view().substr(kFolder.size())));
  if (text == texts.end()) return std::nullopt;
  const auto lines = split_lines(text->second);
  if (line == 0 || line > lines.size()) return std::nullopt;
  return lines[line - 1];
}

}  // namespace

TemplateSet load_templates(const TemplateTexts& texts, Diagnostics& diagnostics) {
  std::vector<TemplateSource> sources;
  for (const auto& [name, text] : texts) {
    sources.push_back({name, SourcePath(std::string(kFolder) + name), text});
  }
  return TemplateSet::load(SourcePath("templates"), sources, diagnostics);
}

std::string print_findings(Diagnostics diagnostics, const TemplateTexts& texts) {
  diagnostics.sort();
  DiagnosticContext context;
  context.line_text = [&](const SourcePath& path, std::uint32_t line) {
    return find_line(texts, path, line);
  };
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    out += format_diagnostic(diagnostic, context);
  }
  return out;
}

}  // namespace opsg::released
