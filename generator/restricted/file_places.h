#pragma once

#include <string_view>

namespace opsg::restricted {

/// What a file is, by where it stands in the site.
enum class FileKind {
  site,              ///< site.toml
  glossary,          ///< content/glossary.toml
  parties,           ///< content/parties.toml
  meeting,           ///< content/meetings/<slug>/meeting.toml
  meeting_document,  ///< content/meetings/<slug>/<name>.md
  meeting_file,      ///< content/meetings/<slug>/<anything else>
  page,              ///< content/pages/<name>.md
  misplaced,         ///< Nothing reads it.
};

/// The views borrow the path.
struct FilePlace {
  FileKind kind = FileKind::misplaced;
  std::string_view meeting;  ///< The slug, for files of a meeting.
  std::string_view name;     ///< Of documents and pages without ".md", of others as it is.
};

FilePlace place_of(std::string_view path);

/// Whether the program reads this file as text: a Markdown or TOML file.
bool is_text_file(std::string_view path);

}  // namespace opsg::restricted
