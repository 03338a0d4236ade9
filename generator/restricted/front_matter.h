#pragma once

#include <optional>

#include "diagnostic.h"
#include "portions.h"
#include "sources.h"
#include "toml_value.h"

namespace opsg::restricted {

struct FrontMatter {
  TomlTable table;
  SourceSpan span;    ///< The opening "+++".
  MarkdownBody body;  ///< Borrows the file's bytes.
};

/// Splits a document at its "+++" lines and reads the TOML between them. A byte order mark and CRLF
/// line ends are accepted. Reports `front-matter-missing`, `front-matter-unclosed` and the TOML
/// reader's findings.
std::optional<FrontMatter> read_front_matter(const SourceFile& file, Diagnostics& diagnostics);

/// Reports keys that no document has (`unknown-key`) and values of a wrong type (`wrong-type`).
void check_front_matter_keys(const FrontMatter& front_matter, bool is_page,
                             Diagnostics& diagnostics);

}  // namespace opsg::restricted
