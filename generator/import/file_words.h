#pragma once

#include <string>
#include <string_view>

namespace opsg::importing {

/// What a TOML file says: its comments, texts, dates and times, without its keys.
std::string toml_text(std::string_view toml);
/// The same of a document's front matter, and all of its Markdown.
std::string document_text(std::string_view document);

}  // namespace opsg::importing
