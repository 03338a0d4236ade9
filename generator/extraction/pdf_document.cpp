#include "pdf_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "document_builder.h"
#include "helper_report.h"
#include "page_layout.h"
#include "page_rows.h"

namespace opsg::extraction {
namespace {

/// Of XML for each byte of text.
constexpr std::size_t kLayoutFactor = 16;

const Helper kPdfToText = {"pdftotext", "poppler-utils"};

PageBox box_of(const pugi::xml_node& word) {
  return {word.attribute("xMin").as_double(), word.attribute("yMin").as_double(),
          word.attribute("xMax").as_double(), word.attribute("yMax").as_double()};
}

/// The answer of `pdftotext -bbox`: an XHTML file with a `word` element for each word.
std::optional<std::vector<PageLines>> read_pages(const std::string& xml) {
  pugi::xml_document document;
  if (!document.load_buffer(xml.data(), xml.size())) return std::nullopt;
  std::vector<PageLines> pages;
  for (const pugi::xml_node& page : document.child("html").child("body").child("doc")) {
    std::vector<PageWord> words;
    for (const pugi::xml_node& word : page.children("word")) {
      words.push_back({box_of(word), word.text().get()});
    }
    pages.push_back(arrange_lines(std::move(words)));
  }
  return pages;
}

std::string row_text(const PageRow& row) {
  return fmt::format("{}", fmt::join(row.cells, "\t"));
}

importing::DocumentText document_of(const std::vector<PageLines>& pages, const SourcePath& name,
                                    Diagnostics& diagnostics) {
  DocumentBuilder builder(name, importing::Wrapping::wrapped);
  const double pitch = line_pitch(pages);
  int number = 0;
  for (const PageLines& lines : pages) {
    ++number;
    for (const PageRow& row : read_rows(lines, pitch)) {
      if (row.after_gap) builder.add("", number);
      builder.add(row_text(row), number);
    }
  }
  return builder.finish(diagnostics);
}

bool says_any_of(std::string_view complaint, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return complaint.find(part) != std::string_view::npos;
  });
}

/// What says where a PDF's parts are is at its end: without it pdftotext reads what it comes
/// across, and calls that a success.
bool is_cut(std::string_view complaint) {
  return says_any_of(complaint, {"xref", "trailer", "nd of file", "Unterminated", "EOF"});
}

/// What pdftotext says of a file that it cannot read, in our words.
void report_refusal(std::string_view complaint, const SourcePath& name, Diagnostics& diagnostics) {
  if (says_any_of(complaint, {"Incorrect password", "copy-protection"})) {
    diagnostics.error("import-locked", {name, 0, 0, 0}, "a password locks this PDF")
        .with_help("save it without a password, and import that");
    return;
  }
  diagnostics.error("import-damaged", {name, 0, 0, 0}, "this PDF is damaged and cannot be read")
      .note(complaint_note(kPdfToText.program, complaint))
      .with_help("open it in a viewer; if it opens, print it to a new PDF and import that");
}

/// Viewers forgive much that the standard forbids: only a person can tell whether anything is lost.
void report_doubts(std::string_view complaint, const SourcePath& name, Diagnostics& diagnostics) {
  if (!says_any_of(complaint, {"Syntax Error"})) return;
  diagnostics.warning("import-damaged", {name, 0, 0, 0}, "this PDF is not quite as PDFs should be")
      .note(complaint_note(kPdfToText.program, complaint))
      .with_help("see whether the record has all of its pages and words");
}

bool has_words(const std::vector<PageLines>& pages) {
  for (const PageLines& lines : pages) {
    if (!lines.empty()) return true;
  }
  return false;
}

}  // namespace

std::optional<importing::DocumentText> read_pdf_document(std::string_view bytes,
                                                         const SourcePath& name,
                                                         const ExtractionLimits& limits,
                                                         Diagnostics& diagnostics) {
  HelperLimits helper_limits;
  helper_limits.time = limits.time;
  helper_limits.output = limits.text * kLayoutFactor;
  const auto run = run_reported(kPdfToText, {"-bbox", "-enc", "UTF-8", "-", "-"}, bytes,
                                helper_limits, name, diagnostics);
  if (!run) return std::nullopt;
  const auto pages = read_pages(run->output);
  if (run->outcome != HelperRun::Outcome::done || is_cut(run->complaint) || !pages) {
    report_refusal(run->complaint, name, diagnostics);
    return std::nullopt;
  }
  if (!has_words(*pages)) {
    diagnostics
        .error("import-empty", {name, 0, 0, 0},
               "this PDF holds no text; its pages are pictures, perhaps")
        .with_help("let a program recognise the text in it (OCR), and import that");
    return std::nullopt;
  }
  report_doubts(run->complaint, name, diagnostics);
  return document_of(*pages, name, diagnostics);
}

}  // namespace opsg::extraction
