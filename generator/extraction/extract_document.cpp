#include "extract_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "file_format.h"
#include "file_system.h"
#include "pdf_document.h"
#include "text.h"
#include "text_document.h"
#include "word_document.h"

namespace opsg::extraction {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSaveAs = "save it as Word (.docx), PDF or plain text, and import that";

std::optional<std::string> read_bytes(const fs::path& path, const SourcePath& name,
                                      const ExtractionLimits& limits, Diagnostics& diagnostics) {
  auto bytes = read_file(path, limits.file);
  if (bytes) return std::move(*bytes);
  diagnostics.error("import-unreadable", {name, 0, 0, 0}, bytes.error().message);
  return std::nullopt;
}

/// What cannot be read whatever is tried.
bool is_readable(std::string_view bytes, FileFormat format, const SourcePath& name,
                 const ExtractionLimits& limits, Diagnostics& diagnostics) {
  const SourceSpan file = {name, 0, 0, 0};
  if (trim(bytes).empty()) {
    diagnostics.error("import-empty", file, "the file is empty");
  } else if (format == FileFormat::old_word) {
    diagnostics
        .error("import-format", file,
               "it is a Word 97 file (.doc), or a Word file that a password locks")
        .with_help("save it in Word as .docx without a password, and import that");
  } else if (format == FileFormat::rich_text || format == FileFormat::binary) {
    diagnostics.error("import-format", file, fmt::format("it is {}", format_name(format)))
        .with_help(std::string(kSaveAs));
  } else if (format == FileFormat::text && bytes.size() > limits.text) {
    diagnostics
        .error("import-too-large", file,
               fmt::format("it is text of more than {} MB", limits.text >> 20))
        .with_help("see whether it is the record of a meeting; if so, divide it");
  } else {
    return true;
  }
  return false;
}

std::string_view extension_of(FileFormat format) {
  if (format == FileFormat::pdf) return ".pdf";
  return format == FileFormat::word ? ".docx" : ".txt";
}

/// A name that promises another format may belong to another document.
bool has_right_name(const SourcePath& name, FileFormat format, Diagnostics& diagnostics) {
  if (format_of_name(name.view()) == format) return true;
  diagnostics
      .error("import-extension", {name, 0, 0, 0},
             fmt::format("it is {}, which its name does not say", format_name(format)))
      .with_help(fmt::format("if it is the document that you mean, let its name end in {}",
                             extension_of(format)));
  return false;
}

bool has_words(const importing::DocumentText& document) {
  return std::any_of(document.lines.begin(), document.lines.end(),
                     [](const auto& line) { return !trim(line.text).empty(); });
}

}  // namespace

std::optional<importing::DocumentText> extract_document(const fs::path& path,
                                                        const SourcePath& name,
                                                        const ExtractionLimits& limits,
                                                        Diagnostics& diagnostics) {
  const auto bytes = read_bytes(path, name, limits, diagnostics);
  if (!bytes) return std::nullopt;
  const FileFormat format = detect_format(*bytes);
  if (!is_readable(*bytes, format, name, limits, diagnostics)) return std::nullopt;
  if (!has_right_name(name, format, diagnostics)) return std::nullopt;
  std::optional<importing::DocumentText> document;
  if (format == FileFormat::pdf) document = read_pdf_document(*bytes, name, limits, diagnostics);
  if (format == FileFormat::word) document = read_word_document(*bytes, name, limits, diagnostics);
  if (format == FileFormat::text) document = read_text_document(*bytes, name, diagnostics);
  if (document && !has_words(*document)) {
    diagnostics.error("import-empty", {name, 0, 0, 0}, "it holds no text");
    return std::nullopt;
  }
  return document;
}

}  // namespace opsg::extraction
