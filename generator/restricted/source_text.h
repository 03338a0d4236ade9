#pragma once

#include "diagnostic.h"
#include "sources.h"

namespace opsg::restricted {

/// Whether the file is text that every later stage reads alike: valid UTF-8, no control characters
/// but tab and line ends, no character reference to one in Markdown, and every carriage return
/// before a line feed. The first place where it is not is reported as `not-text`; a row of Markdown
/// that no table may have as `table-too-wide`, what the parser would make many times as large as
/// `text-expands`.
bool check_text(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace opsg::restricted
