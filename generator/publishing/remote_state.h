#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output_manifest.h"
#include "publish_journal.h"
#include "remote_store.h"

namespace opsg::publishing {

/// What stands at a remote place, and what tells whose it is.
struct RemoteState {
  RemoteListing listing;
  RemoteTexts texts;  ///< Those of the program's own files that are there.
  std::optional<output::Manifest> manifest;
  std::array<std::optional<PublishJournal>, 2> journals;  ///< By kJournalNames, whole ones only.

  /// Null where no publish was cut off. The last one knows all that the others know.
  const PublishJournal* last_journal() const;

  /// Whether the manifest or a journal names the file, or a file in the folder.
  bool names_file(const std::string& path) const;
  bool names_folder(const std::string& path) const;

  /// Whether the file at this path has, as far as is known, the bytes that the manifest says.
  bool is_proven(const std::string& path, std::string_view sha256) const;
};

/// The manifest, its signature and the journals.
bool is_own_name(std::string_view path);

/// Whether a file or, with a `/` at its end, a folder is one that the host has for itself, or leads
/// to one.
bool is_left(std::string_view path, const std::vector<std::string>& leave);

Published<RemoteState> read_state(RemoteStore& store);

/// What an upload that was cut off had meant to write: see RemoteStore::cut_off.
using CutOff = std::function<std::optional<std::string>(const std::string&)>;

/// Refused: a place that holds what neither its manifest nor a journal names, that is not left to
/// its host and that no upload of ours was cut off at; and one that holds another audience's site.
Published<void> check_owner(const RemoteState& state, const std::string& place,
                            std::string_view audience, const std::vector<std::string>& leave,
                            const CutOff& cut_off = {});

}  // namespace opsg::publishing
