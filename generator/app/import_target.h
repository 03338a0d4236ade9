#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "import_bundle.h"
#include "result.h"

namespace opsg::app {

/// What a file of a bundle finds in its place.
enum class FileState {
  fresh,      ///< Nothing: it is to be written.
  unchanged,  ///< Itself, but for its label and comments perhaps.
  edited,     ///< Another text, which stays as it is.
};

/// A file as the import has it.
struct TargetFile : FolderFile {
  FileState state = FileState::fresh;
  std::string existing;  ///< What stands in its place.
  /// The document names more closed levels than the comments of what stands there quote: it may
  /// have been labelled anew, or a person has judged that and taken the comment out.
  bool says_more = false;
};

/// A bundle held against the folder that it is for.
struct ImportTarget {
  std::filesystem::path folder;
  bool folder_exists = false;
  std::vector<TargetFile> files;  ///< In the order of the bundle.
};

/// A failure where something else than a folder or a regular file is in the way.
Result<ImportTarget> find_target(const std::filesystem::path& meetings, const ImportBundle& bundle);

/// Writes the fresh files, into a new folder all at once. What is there is never touched.
Result<void> write_target(const ImportTarget& target);

/// Whether a person has done no more to a file than label it: TOML lines of `classification` and
/// TOML comments aside, the texts are the same.
bool same_but_label(std::string_view a, std::string_view b);

/// The keys of an imported meeting.toml that the one in its place lacks; none where that is no
/// TOML.
std::vector<std::string> missing_facts(std::string_view existing, std::string_view imported);

}  // namespace opsg::app
