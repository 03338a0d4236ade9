#include "extraction_probe.h"

#include <fmt/format.h>

#include "catch2.h"
#include "diagnostic_printer.h"
#include "file_system.h"
#include "temp_folder.h"

namespace opsg::extraction::testing {
namespace {

std::string text_of(const importing::DocumentText& document) {
  std::string text;
  int page = document.lines.empty() ? 0 : document.lines.front().page;
  for (const importing::DocumentLine& line : document.lines) {
    if (line.page != page) text += fmt::format("page {}:\n", page = line.page);
    if (line.heading > 0) text += fmt::format("h{}: ", line.heading);
    text += line.text + '\n';
  }
  return text;
}

}  // namespace

Extracted extract(std::string_view bytes, const std::string& file_name,
                  const ExtractionLimits& limits) {
  const opsg::testing::TempFolder folder;
  const auto path = folder.path() / file_name;
  REQUIRE(write_file(path, bytes));
  Diagnostics diagnostics;
  const auto document = extract_document(path, SourcePath(file_name), limits, diagnostics);
  CHECK(document.has_value() != diagnostics.has_errors());
  return {document ? text_of(*document) : std::string(), format_diagnostics(diagnostics, {}),
          document.has_value(), document ? document->asides : std::vector<std::string>()};
}

}  // namespace opsg::extraction::testing
