#include "file_format.h"

#include "text.h"

namespace opsg::extraction {
namespace {

using namespace std::string_view_literals;

/// Readers look for it in the first kilobyte (ISO 32000-1, Annex H.3.4.1).
constexpr std::size_t kPdfHeaderReach = 1024;
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

}  // namespace

FileFormat detect_format(std::string_view bytes) {
  if (bytes.substr(0, kPdfHeaderReach).find("%PDF-"sv) != std::string_view::npos) {
    return FileFormat::pdf;
  }
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) {
    return FileFormat::word;
  }
  if (bytes.starts_with(kCompoundFile)) return FileFormat::old_word;
  if (bytes.starts_with("{\\rtf"sv)) return FileFormat::rich_text;
  if (is_utf16(bytes)) return FileFormat::text;
  return bytes.find('\0') == std::string_view::npos ? FileFormat::text : FileFormat::binary;
}

FileFormat format_of_name(std::string_view file_name) {
  const std::string name = ascii_lower(file_name);
  if (name.ends_with(".pdf")) return FileFormat::pdf;
  if (name.ends_with(".docx") || name.ends_with(".docm")) return FileFormat::word;
  if (name.ends_with(".doc")) return FileFormat::old_word;
  if (name.ends_with(".rtf")) return FileFormat::rich_text;
  if (name.ends_with(".txt") || name.ends_with(".md")) return FileFormat::text;
  return FileFormat::binary;
}

std::string_view format_name(FileFormat format) {
  switch (format) {
    case FileFormat::text:
      return "plain text";
    case FileFormat::pdf:
      return "a PDF";
    case FileFormat::word:
      return "a Word file";
    case FileFormat::old_word:
      return "an old or locked Word file";
    case FileFormat::rich_text:
      return "rich text";
    case FileFormat::binary:
      break;
  }
  return "binary data";
}

}  // namespace opsg::extraction
