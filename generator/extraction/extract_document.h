#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "diagnostic.h"
#include "document_text.h"

namespace opsg::extraction {

/// How large a document may be, and what reading it may cost. Bytes.
struct ExtractionLimits {
  std::uintmax_t file = std::uintmax_t{256} << 20;  ///< Pictures make files large, not text.
  std::size_t text = std::size_t{16} << 20;         ///< Of a text file, or out of another.
  std::chrono::seconds time{60};                    ///< For each helper.
};

/// Reads the text of a Word, PDF or text file; which of them it is is judged by its bytes. `name`
/// is what messages call it, `path` where it is. Nothing, with errors, where it cannot be read to
/// its last word. Warnings tell what the document holds besides its text, or what was uncertain.
std::optional<importing::DocumentText> extract_document(const std::filesystem::path& path,
                                                        const SourcePath& name,
                                                        const ExtractionLimits& limits,
                                                        Diagnostics& diagnostics);

}  // namespace opsg::extraction
