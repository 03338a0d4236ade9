#pragma once

#include <string_view>

namespace opsg::extraction {

enum class FileFormat {
  text,
  pdf,
  word,      ///< .docx, or another ZIP archive: to be looked into.
  old_word,  ///< Word 97 to 2003, and Word files that a password locks.
  rich_text,
  binary,
};

/// What the bytes of a file are, whatever its name says.
FileFormat detect_format(std::string_view bytes);

/// What a file's name promises; `binary` for an extension that promises nothing that can be read.
FileFormat format_of_name(std::string_view file_name);

/// "a PDF", for messages.
std::string_view format_name(FileFormat format);

}  // namespace opsg::extraction
