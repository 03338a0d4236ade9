#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cleared.h"
#include "source_span.h"
#include "toml_value.h"

namespace opsg {

/// A file of the site as it was read. Nothing is known of its label yet: only `restricted` and the
/// tests handle these.
struct SourceFile {
  SourcePath path;
  std::string bytes;
};

/// The site's sources, sorted by path: site.toml and everything below content/.
struct SourceTree {
  std::vector<SourceFile> files;

  const SourceFile* find(std::string_view path) const;
};

/// Markdown that was cleared, with the line of the source file that each of its lines came from.
struct Fragment {
  std::string text;
  std::vector<std::uint32_t> original_lines;  ///< One for each line of `text`.

  /// The line of the source file for a line of the text, both counted from 1.
  std::uint32_t original_line(std::uint32_t line) const;
};

/// A Markdown document as far as it is cleared.
struct DocumentSource {
  SourcePath path;
  std::string meeting;     ///< The meeting's slug; empty for a page.
  std::string name;        ///< The file's name without ".md": "headlines", "about".
  std::string level;       ///< The label, by its level's name; empty where not complete.
  bool complete = true;    ///< False: the document is withheld and the fragments are its extracts.
  TomlTable front_matter;  ///< Empty where the document is not complete.
  std::vector<Fragment> fragments;  ///< One where complete; else one for each extract.
};

/// A meeting.toml as far as it is cleared.
struct MeetingSource {
  SourcePath path;
  std::string slug;
  std::string level;
  TomlTable facts;
};

struct AttachmentSource {
  SourcePath path;
  std::string meeting;  ///< The meeting's slug.
  std::string file;     ///< The file's name in the meeting's folder.
  std::string title;
  std::string level;
  std::string bytes;
};

/// Everything that `released` may see. site.toml, glossary and parties are public by definition.
struct ClearedSources {
  TomlTable site;
  SourcePath site_path;
  TomlTable glossary;
  TomlTable parties;
  std::vector<Cleared<MeetingSource>> meetings;        ///< By slug.
  std::vector<Cleared<DocumentSource>> documents;      ///< By path.
  std::vector<Cleared<AttachmentSource>> attachments;  ///< By path.
};

}  // namespace opsg
