#include "word_document.h"

#include <string>

#include "document_builder.h"
#include "helper_report.h"
#include "pandoc_text.h"
#include "word_package.h"
#include "word_preparation.h"
#include "word_text_check.h"

namespace opsg::extraction {
namespace {

const Helper kPandoc = {"pandoc", "pandoc"};

/// Of JSON for each byte of text.
constexpr std::size_t kJsonFactor = 32;

void report_foreign(const SourcePath& name, Diagnostics& diagnostics) {
  diagnostics.error("import-format", {name, 0, 0, 0}, "it is an archive, but not a Word file")
      .with_help("save it as Word (.docx), PDF or plain text, and import that");
}

void report_damaged(const std::string& complaint, const SourcePath& name,
                    Diagnostics& diagnostics) {
  diagnostics
      .error("import-damaged", {name, 0, 0, 0}, "this Word file is damaged and cannot be read")
      .note(complaint_note("pandoc", complaint))
      .with_help("open it in Word, save it anew, and import that");
}

}  // namespace

std::optional<importing::DocumentText> read_word_document(std::string_view bytes,
                                                          const SourcePath& name,
                                                          const ExtractionLimits& limits,
                                                          Diagnostics& diagnostics) {
  auto parts = unpack_word(bytes, name, limits, diagnostics);
  if (!parts) return std::nullopt;
  const std::string main = main_part(*parts);
  if (main.empty()) {
    report_foreign(name, diagnostics);
    return std::nullopt;
  }
  const VisibleText visible = find_visible_text(*parts, main);
  WordReport report(name, diagnostics);
  if (!prepare_word(*parts, main, name, report, diagnostics)) return std::nullopt;
  const auto packed = pack_word(*parts);
  if (!packed) {
    report_damaged("", name, diagnostics);
    return std::nullopt;
  }
  HelperLimits helper_limits;
  helper_limits.time = limits.time;
  helper_limits.output = limits.text * kJsonFactor;
  const auto run = run_reported(
      kPandoc,
      {"--from=docx", "--to=json", "--track-changes=all", "--sandbox", "+RTS", "-M1500M", "-RTS"},
      *packed, helper_limits, name, diagnostics);
  if (!run) return std::nullopt;
  DocumentBuilder builder(name, importing::Wrapping::unwrapped);
  if (run->outcome != HelperRun::Outcome::done ||
      !read_pandoc_text(run->output, name, builder, diagnostics)) {
    report_damaged(run->complaint, name, diagnostics);
    return std::nullopt;
  }
  auto document = builder.finish(diagnostics);
  document.asides = report.asides();
  report_lost_text(visible, document, report);
  document.asides = report.asides();
  return document;
}

}  // namespace opsg::extraction
