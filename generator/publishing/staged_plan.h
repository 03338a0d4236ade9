#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "publish_journal.h"
#include "publish_stage.h"
#include "publish_target.h"
#include "remote_state.h"

namespace opsg::publishing {

/// What has to be done to a remote place so that it holds exactly a release.
struct StagedPlan {
  std::vector<std::string> uploads;   ///< Missing there, or with other bytes; by path.
  std::vector<std::string> closing;   ///< The manifest and its signature, where they differ.
  std::vector<std::string> removals;  ///< Files, by path; the journals are not among them.
  std::vector<std::string> folders;   ///< Those that will be empty.
  std::size_t unchanged = 0;

  bool empty() const {
    return uploads.empty() && closing.empty() && removals.empty() && folders.empty();
  }
  std::vector<std::string> uploads_of(PublishStage stage) const;
  /// Files in whose place the release has a folder, and files in a folder that it has a file for.
  std::vector<std::string> obstacles(const output::Manifest& manifest) const;
};

Published<StagedPlan> make_plan(RemoteStore& store, const RemoteState& state,
                                const Release& release, const std::vector<std::string>& leave);

/// What a journal must name for this plan: all that is there by right, and all that will be.
std::vector<JournalEntry> journal_entries(const RemoteState& state, const Release& release,
                                          const StagedPlan& plan);

}  // namespace opsg::publishing
