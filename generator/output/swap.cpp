#include "swap.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <string>

#include "file_system.h"
#include "output_files.h"
#include "output_paths.h"
#include "output_tree.h"
#include "ownership.h"
#include "standby.h"

namespace opsg::output {
namespace {

/// Whether the folder is exactly the new site already. The manifest differs on every other site.
bool is_published(const OutputPlace& place, const OutputFiles& files,
                  std::string_view manifest_text, int jobs) {
  const auto live = open_tree(place.parent, place.name, place.path.string());
  if (!live || !holds(*live, {kManifestName, manifest_text})) return false;
  const auto difference = compare_tree(*live, files, jobs);
  return difference && difference->empty();
}

/// One sync of the whole file system costs less than one for each of thousands of files.
Result<void> sync_all(const Tree& tree) {
  if (::syncfs(tree.folder.get()) == 0) return {};
  return system_failure(fmt::format("sync {}", tree.name), errno);
}

Result<void> bring_up_to_date(const Tree& tree, const OutputFiles& files, int jobs) {
  const auto difference = compare_tree(tree, files, jobs);
  if (!difference) return tl::unexpected(difference.error());
  return remove_stale(tree, *difference, jobs)
      .and_then([&] { return write_missing(tree, *difference, jobs); })
      .and_then([&] { return sync_all(tree); });
}

/// Some file systems cannot sync a folder (EINVAL): there the rename is as durable as they make it.
Result<void> sync_exchange(const OutputPlace& place) {
  if (::fsync(place.parent.get()) == 0 || errno == EINVAL) return {};
  return system_failure(fmt::format("sync the folder of {}", place.path.string()), errno);
}

Result<void> purge(const StandbyArea& standby, const OutputFiles& files, int jobs) {
  const auto tree = standby.tree();
  if (!tree) return tl::unexpected(tree.error());
  const auto difference = compare_tree(*tree, files, jobs);
  if (!difference) return tl::unexpected(difference.error());
  return remove_stale(*tree, *difference, jobs);
}

/// After this the new site stands, whatever fails later.
Outcome<Manifest> publish(const OutputPlace& place, const StandbyArea& standby,
                          const OutputFiles& files, std::string_view audience, int jobs) {
  const auto written =
      forget_build_stamp(standby)
          .and_then([&] { return standby.tree(); })
          .and_then([&](const Tree& tree) { return bring_up_to_date(tree, files, jobs); });
  if (!written) return tl::unexpected(OutputError(written.error()));
  // Once more and now behind the lock: much may have happened while the files were written.
  auto before = check_ownership(place, audience);
  if (!before) return before;
  const auto exchanged = standby.exchange(place);
  if (!exchanged) return tl::unexpected(OutputError(exchanged.error()));
  return before;
}

/// The order counts: a purge before the exchange is on disk could cost the old site.
Result<void> finish(const OutputPlace& place, const StandbyArea& standby, const OutputFiles& files,
                    int jobs) {
  auto purged = sync_exchange(place).and_then([&] { return purge(standby, files, jobs); });
  if (purged) return purged;
  return failure(
      fmt::format("the new site stands at {}, but withdrawn files may be left beside it: {}",
                  place.path.string(), purged.error().message));
}

}  // namespace

Outcome<void> check_target(const OutputTarget& target, std::string_view audience) {
  const auto place = resolve_place(target);
  if (!place) return tl::unexpected(place.error());
  const auto owned = check_ownership(*place, audience);
  if (!owned) return tl::unexpected(owned.error());
  return {};
}

Outcome<SwapReport> swap_in(const AuditedSite& site, const OutputTarget& target,
                            const std::optional<BuildStamp>& stamp) {
  assert(site->left_out.empty());
  const auto safe = check_paths(*site);
  if (!safe) return tl::unexpected(OutputError(safe.error()));
  const auto place = resolve_place(target);
  if (!place) return tl::unexpected(place.error());
  // Before the standby area is made: what is refused leaves no trace.
  const auto ours = check_ownership(*place, site->audience);
  if (!ours) return tl::unexpected(ours.error());
  const auto standby = StandbyArea::open(*place);
  if (!standby) return tl::unexpected(OutputError(standby.error()));

  const Manifest after = make_manifest(*site, target.jobs);
  const std::string manifest_text = format_manifest(after);
  const OutputFiles files(*site, manifest_text);
  const auto before = is_published(*place, files, manifest_text, target.jobs)
                          ? Outcome<Manifest>(after)
                          : publish(*place, *standby, files, site->audience, target.jobs);
  if (!before) return tl::unexpected(before.error());
  const auto finished = finish(*place, *standby, files, target.jobs);
  if (!finished) return tl::unexpected(OutputError(finished.error()));
  // Without it the next build does more than it need; that is no failure of this one.
  if (stamp) (void)keep_build_stamp(*place, *standby, *stamp, target.jobs);
  return compare_manifests(*before, after);
}

}  // namespace opsg::output
