#include "text_document.h"

#include <fmt/format.h>

#include "document_builder.h"
#include "text.h"
#include "text_encoding.h"

namespace opsg::extraction {
namespace {

void report_encoding(const DecodedText& decoded, const SourcePath& name, Diagnostics& diagnostics) {
  if (decoded.encoding == TextEncoding::windows_1252) {
    diagnostics
        .warning("import-encoding", {name, 0, 0, 0}, "it is not UTF-8 and was read as Windows-1252")
        .with_help("see whether quotes, dashes and accents are right, or save it as UTF-8");
  } else if (decoded.undecodable > 0) {
    diagnostics
        .warning("import-encoding", {name, 0, 0, 0},
                 fmt::format("{} broken characters of its UTF-16 were replaced by U+FFFD",
                             decoded.undecodable))
        .with_help("save it as UTF-8");
  }
}

}  // namespace

importing::DocumentText read_text_document(std::string_view bytes, const SourcePath& name,
                                           Diagnostics& diagnostics) {
  const DecodedText decoded = decode_text(bytes);
  report_encoding(decoded, name, diagnostics);
  DocumentBuilder builder(name, importing::Wrapping::unknown);
  const auto pages = split(decoded.text, '\f');
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const int page = pages.size() > 1 ? static_cast<int>(i) + 1 : 0;
    std::string_view text = pages[i];
    // The form feed has ended the line, a newline before it ends no other one.
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    builder.add(text, page);
  }
  return builder.finish(diagnostics);
}

}  // namespace opsg::extraction
