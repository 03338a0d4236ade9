#include "git_target.h"

#include <fmt/format.h>

#include <system_error>

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

/// Tells GitHub Pages to serve the files as they are, those with a dot included.
constexpr std::string_view kFileMode = "100644";

RemoteListing listing_of(const GitTree& tree) {
  RemoteListing listing;
  for (const auto& [path, file] : tree) {
    if (path == kNoJekyll) continue;
    listing.files.push_back({path, 0, file.mode.starts_with("100")});
  }
  return listing;
}

/// The manifest and its signature, as far as there are such, and the files of the manifest.
std::vector<std::string> paths_of(const Release& release) {
  std::vector<std::string> paths;
  for (const output::ManifestEntry& entry : release.manifest.files) paths.push_back(entry.path);
  for (const std::string_view name : {output::kManifestName, output::kSignatureName}) {
    std::error_code error;
    if (fs::exists(release.folder / name, error)) paths.emplace_back(name);
  }
  return paths;
}

PublishReport compare(const GitTree& before, const GitTree& after, const Release& release) {
  PublishReport report;
  for (const output::ManifestEntry& entry : release.manifest.files) {
    const auto old = before.find(entry.path);
    const bool same = old != before.end() && old->second == after.at(entry.path);
    if (same) ++report.unchanged;
    if (!same) report.uploaded.push_back(entry.path);
  }
  for (const auto& [path, file] : before) {
    if (!after.contains(path)) report.removed.push_back(path);
  }
  return report;
}

}  // namespace

Published<void> GitTarget::prepare() {
  if (repository_) return {};
  auto repository = GitRepository::make();
  if (!repository) return tl::unexpected(repository.error());
  repository_.emplace(std::move(*repository));
  return {};
}

Published<GitTarget::Branch> GitTarget::fetch() const {
  const auto head = repository_->remote_head(url_, branch_);
  if (!head) return tl::unexpected(head.error());
  if (!*head) return Branch();
  auto commit = repository_->fetch(url_, branch_);
  if (!commit) return tl::unexpected(commit.error());
  auto tree = repository_->list(commit->id);
  if (!tree) return tl::unexpected(tree.error());
  return Branch{std::move(*commit), std::move(*tree)};
}

Published<std::optional<std::string>> GitTarget::read(const std::string& path) {
  auto ready = prepare();
  if (!ready) return tl::unexpected(ready.error());
  if (!read_) {
    auto branch = fetch();
    if (!branch) return tl::unexpected(branch.error());
    read_ = std::move(*branch);
  }
  const auto file = read_->tree.find(path);
  if (file == read_->tree.end() || !file->second.mode.starts_with("100")) {
    return std::optional<std::string>();
  }
  return repository_->read(file->second.blob).map([](std::string text) {
    return std::optional(std::move(text));
  });
}

Published<RemoteState> GitTarget::state_of(const Branch& branch) const {
  RemoteState state;
  state.listing = listing_of(branch.tree);
  const auto manifest = branch.tree.find(std::string(output::kManifestName));
  if (manifest != branch.tree.end()) {
    auto text = repository_->read(manifest->second.blob);
    if (!text) return tl::unexpected(text.error());
    state.manifest = output::parse_manifest(*text);
    state.texts.emplace(manifest->first, std::move(*text));
  }
  return state;
}

/// The release's tree, with what the host has there for itself: never what was published before.
Published<GitTree> GitTarget::store(const Release& release, const Branch& branch,
                                    const RemoteState& state) const {
  const std::vector<std::string> paths = paths_of(release);
  const auto blobs = repository_->store(fs::absolute(release.folder), paths);
  if (!blobs) return tl::unexpected(blobs.error());
  const auto empty = repository_->store_empty();
  if (!empty) return tl::unexpected(empty.error());
  GitTree tree = {{std::string(kNoJekyll), {std::string(kFileMode), *empty}}};
  for (const auto& [path, file] : branch.tree) {
    if (is_left(path, leave_) && !state.names_file(path)) tree[path] = file;
  }
  for (std::size_t i = 0; i < paths.size(); ++i) {
    tree[paths[i]] = {std::string(kFileMode), (*blobs)[i]};
  }
  return tree;
}

Published<void> GitTarget::replace(const Branch& branch, const std::string& tree,
                                   const PublishRequest& request) const {
  request.tell("making the commit");
  const auto commit = repository_->commit(tree);
  if (!commit) return tl::unexpected(commit.error());
  request.tell("pushing");
  const auto expected =
      branch.commit ? std::optional<std::string>(branch.commit->id) : std::nullopt;
  const auto pushed = repository_->push(url_, branch_, *commit, expected);
  if (!pushed) return tl::unexpected(pushed.error());
  if (!*pushed) {
    return failed(
        fmt::format("{} was changed by somebody else meanwhile, and is as they left it: "
                    "run the same command again",
                    name()));
  }
  request.tell("comparing what is published with what was pushed");
  const auto head = repository_->remote_head(url_, branch_);
  if (!head) return tl::unexpected(head.error());
  if (*head == *commit) return {};
  return tl::unexpected(
      PublishError(PublishErrorKind::unverified, name() + " does not hold what was pushed to it"));
}

Published<PublishReport> GitTarget::publish(const Release& release, const PublishRequest& request) {
  read_.reset();
  request.tell("reading what is published");
  auto ready = prepare();
  if (!ready) return tl::unexpected(ready.error());
  const auto branch = fetch();
  if (!branch) return tl::unexpected(branch.error());
  const auto state = state_of(*branch);
  if (!state) return tl::unexpected(state.error());
  const auto owner = check_owner(*state, name(), release.manifest.audience, leave_);
  if (!owner) return tl::unexpected(owner.error());

  request.tell("putting the site together");
  const auto files = store(release, *branch, *state);
  if (!files) return tl::unexpected(files.error());
  const auto tree = repository_->write_tree(*files);
  if (!tree) return tl::unexpected(tree.error());
  PublishReport report = compare(branch->tree, *files, release);
  // A commit on top of ours, as hosts make them for their settings, keeps ours in its history.
  const bool same = branch->commit && branch->commit->tree == *tree && !branch->commit->has_parents;
  if (same || request.dry_run) return report;
  const auto replaced = replace(*branch, *tree, request);
  if (!replaced) return tl::unexpected(replaced.error());
  return report;
}

}  // namespace opsg::publishing
