#include <fmt/format.h>

#include <utility>

#include "directory_target.h"
#include "git_target.h"
#include "output_place.h"
#include "publish_target.h"
#include "rclone_store.h"
#include "release_history.h"
#include "rsync_store.h"
#include "staged_target.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

Published<std::unique_ptr<DirectoryTarget>> make_directory(const TargetConfig& config,
                                                           const fs::path& site_root) {
  const output::OutputTarget target = {site_root / config.destination,
                                       {{site_root, "the site's own folder", true},
                                        {site_root / "content", "the content folder"},
                                        {site_root / "themes", "the themes folder"}},
                                       "publish to"};
  const auto place = output::resolve_place(target);
  if (!place) return tl::unexpected(PublishError(place.error()));
  return std::make_unique<DirectoryTarget>(place->path, config.audience, config.keep);
}

template <class Store>
Published<std::unique_ptr<PublishTarget>> staged(Published<Store> store,
                                                 const TargetConfig& config) {
  if (!store) return tl::unexpected(store.error());
  return std::make_unique<StagedTarget>(std::make_unique<Store>(std::move(*store)), config.leave);
}

/// Paths are relative to the site's folder; whatever has a colon is no path.
std::string git_url(const std::string& destination, const fs::path& site_root) {
  const bool is_path = destination.find(':') == std::string::npos;
  return is_path ? fs::absolute(site_root / destination).string() : destination;
}

}  // namespace

Published<std::unique_ptr<PublishTarget>> make_target(const TargetConfig& config,
                                                      const fs::path& site_root) {
  switch (config.kind) {
    case TargetKind::directory:
      return make_directory(config, site_root);
    case TargetKind::rsync:
      return staged(RsyncStore::open(config.destination), config);
    case TargetKind::rclone:
      return staged(RcloneStore::open(config.destination, config.leave, site_root), config);
    case TargetKind::git:
      return std::make_unique<GitTarget>(git_url(config.destination, site_root), config.branch,
                                         config.leave);
  }
  return refused("no kind of target");
}

Published<std::unique_ptr<ReleaseHistory>> make_history(const TargetConfig& config,
                                                        const fs::path& site_root) {
  if (config.kind == TargetKind::directory) return make_directory(config, site_root);
  return refused(
      fmt::format("the target `{}` keeps no releases to go back to: publish again from the records "
                  "as they were",
                  config.name));
}

}  // namespace opsg::publishing
