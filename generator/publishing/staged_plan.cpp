#include "staged_plan.h"

#include <algorithm>
#include <iterator>

#include "file_system.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestOwnFile = std::uintmax_t{256} << 20;

/// Sizes alone tell most files that differ.
bool has_size_of(const RemoteFile& remote, const fs::path& local) {
  std::error_code error;
  return remote.regular && fs::file_size(local, error) == remote.size && !error;
}

/// The files that are missing or have another size, and those that must be looked into.
Published<std::vector<std::string>> find_uploads(RemoteStore& store, const RemoteState& state,
                                                 const Release& release) {
  std::vector<std::string> uploads;
  std::vector<PresentFile> present;
  for (const output::ManifestEntry& entry : release.manifest.files) {
    const RemoteFile* remote = state.listing.find(entry.path);
    if (remote && has_size_of(*remote, release.folder / entry.path)) {
      present.push_back({entry.path, state.is_proven(entry.path, entry.sha256)});
    } else {
      uploads.push_back(entry.path);
    }
  }
  if (present.empty()) return uploads;
  auto differing = store.differing(release.folder, present);
  if (!differing) return differing;
  uploads.insert(uploads.end(), differing->begin(), differing->end());
  std::sort(uploads.begin(), uploads.end());
  return uploads;
}

/// The signature goes first: a manifest that is there is not to wait for it.
Published<std::vector<std::string>> find_closing(const RemoteState& state, const Release& release) {
  std::vector<std::string> closing;
  for (const std::string_view name : {output::kSignatureName, output::kManifestName}) {
    std::error_code error;
    if (!fs::exists(release.folder / name, error)) continue;
    const auto local = read_file(release.folder / name, kLargestOwnFile);
    if (!local) return tl::unexpected(PublishError(local.error()));
    const auto remote = state.texts.find(std::string(name));
    if (remote == state.texts.end() || remote->second != *local) closing.emplace_back(name);
  }
  return closing;
}

/// The release's own files, by name.
bool is_of_release(const Release& release, const std::string& path) {
  std::error_code error;
  if (path == output::kSignatureName) return fs::exists(release.folder / path, error);
  return is_own_name(path) || release.manifest.find(path);
}

/// Whether the manifest has a file where this path needs a folder.
bool has_file_above(const output::Manifest& manifest, const std::string& path) {
  for (std::size_t end = path.rfind('/'); end != std::string::npos && end > 0;
       end = path.rfind('/', end - 1)) {
    if (manifest.find(std::string_view(path).substr(0, end))) return true;
  }
  return false;
}

bool holds_any(const std::string& folder, const std::vector<std::string>& files) {
  return std::any_of(files.begin(), files.end(),
                     [&](const std::string& file) { return file.starts_with(folder + '/'); });
}

}  // namespace

std::vector<std::string> StagedPlan::uploads_of(PublishStage stage) const {
  std::vector<std::string> paths;
  std::copy_if(uploads.begin(), uploads.end(), std::back_inserter(paths),
               [&](const std::string& path) { return stage_of(path) == stage; });
  return paths;
}

std::vector<std::string> StagedPlan::obstacles(const output::Manifest& manifest) const {
  std::vector<std::string> paths;
  std::copy_if(removals.begin(), removals.end(), std::back_inserter(paths),
               [&](const std::string& path) {
                 return manifest.has_folder(path) || has_file_above(manifest, path);
               });
  return paths;
}

Published<StagedPlan> make_plan(RemoteStore& store, const RemoteState& state,
                                const Release& release, const std::vector<std::string>& leave) {
  auto uploads = find_uploads(store, state, release);
  if (!uploads) return tl::unexpected(uploads.error());
  auto closing = find_closing(state, release);
  if (!closing) return tl::unexpected(closing.error());
  StagedPlan plan;
  plan.unchanged = release.manifest.files.size() - uploads->size();
  plan.uploads = std::move(*uploads);
  plan.closing = std::move(*closing);
  std::vector<std::string> of_host;
  for (const RemoteFile& file : state.listing.files) {
    if (is_of_release(release, file.path)) continue;
    const bool stays = !state.names_file(file.path) && is_left(file.path, leave);
    (stays ? of_host : plan.removals).push_back(file.path);
  }
  // A folder of the host's may be empty. One that held our files alone goes with the last of them,
  // since its name may tell what is withdrawn.
  for (const std::string& folder : state.listing.folders) {
    const bool of_release = release.manifest.has_folder(folder);
    const bool stays =
        is_left(folder + '/', leave) && (!state.names_folder(folder) || holds_any(folder, of_host));
    if (!of_release && !stays) plan.folders.push_back(folder);
  }
  return plan;
}

std::vector<JournalEntry> journal_entries(const RemoteState& state, const Release& release,
                                          const StagedPlan& plan) {
  std::vector<JournalEntry> entries;
  for (const output::ManifestEntry& entry : release.manifest.files) {
    const bool at_stake = std::binary_search(plan.uploads.begin(), plan.uploads.end(), entry.path);
    entries.push_back({entry.path, at_stake});
  }
  if (state.manifest) {
    std::vector<JournalEntry> before;
    for (const output::ManifestEntry& entry : state.manifest->files) {
      before.push_back({entry.path, !release.manifest.find(entry.path)});
    }
    entries = join_entries(entries, before);
  }
  for (const auto& journal : state.journals) {
    if (journal) entries = join_entries(entries, journal->entries);
  }
  return entries;
}

}  // namespace opsg::publishing
