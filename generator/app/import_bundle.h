#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagnostic.h"
#include "document_text.h"
#include "import_document.h"
#include "meeting_codes.h"
#include "new_folder.h"

namespace opsg::app {

/// A document that was read and understood.
struct ReadDocument {
  SourcePath name;  ///< As messages call the file.
  importing::DocumentText text;
  importing::ImportedDocument imported;
};

/// What becomes of the documents of one meeting: the files of its folder.
struct ImportBundle {
  std::string slug;
  importing::MeetingRecord meeting;
  std::vector<std::size_t> documents;  ///< Indices into the documents; minutes before headlines.
  std::vector<FolderFile> files;       ///< meeting.toml, then one for each document.
};

/// Brings the documents of each meeting together, in its folder among `folders` where there is one,
/// else in one named by its date and number. Facts come from the minutes first; where
/// another document has others, `import-facts-differ` lists them. A document that names no meeting
/// (`import-no-meeting`), or no kind of record (`import-no-kind`), or that would be the same record
/// as another one (`import-twice`), is an error and in no bundle.
std::vector<ImportBundle> make_bundles(const std::vector<ReadDocument>& documents,
                                       const std::string& committee,
                                       const restricted::MeetingCodes& folders,
                                       Diagnostics& diagnostics);

}  // namespace opsg::app
