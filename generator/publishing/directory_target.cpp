#include "directory_target.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

#include "directory_layout.h"
#include "file_system.h"
#include "folder_verification.h"
#include "manifest_changes.h"
#include "sha256.h"
#include "text.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;
using output::Manifest;

template <class T>
tl::unexpected<PublishError> stop(const Result<T>& result) {
  return tl::unexpected(PublishError(result.error()));
}

/// The text of one of the release's files; nothing where it has none of that name.
Published<std::optional<std::string>> text_of(const fs::path& release, std::string_view name) {
  std::error_code error;
  const fs::path path = release / name;
  if (!fs::exists(fs::symlink_status(path, error))) return std::nullopt;
  auto text = read_file(path, output::kLargestFile);
  if (!text) return stop(text);
  return std::move(*text);
}

/// The manifest of what is served; an empty one where there is none, or a damaged one: then the
/// next release takes its place.
Manifest current_manifest(const DirectoryLayout& layout) {
  const ReleaseName* current = layout.current();
  if (!current) return {};
  const auto tree = layout.open_release(*current);
  if (!tree) return {};
  const auto text = text_of(tree->name, output::kManifestName);
  if (!text || !*text) return {};
  return output::parse_manifest(**text).value_or(Manifest{});
}

Published<void> check_audience(const fs::path& path, const Manifest& before,
                               const Manifest& after) {
  if (before.files.empty() || before.audience == after.audience) return {};
  return refused(
      fmt::format("will not publish to {}: it holds the site of the audience `{}`, and this one is "
                  "for `{}`",
                  path.string(), printable(before.audience), printable(after.audience)));
}

/// Copies a release into another folder, file by file as its manifest says, and what has not
/// changed since the last one as a second name of that one's file: caches and readers know it by
/// its time.
class ReleaseCopy {
 public:
  ReleaseCopy(const Release& release, const output::Tree& to, const output::Tree* last)
      : release_(release), to_(to), last_(last) {}

  Published<void> make() {
    for (const output::ManifestEntry& entry : release_.manifest.files) {
      if (auto copied = copy(entry); !copied) return copied;
    }
    auto written = write(output::kManifestName, output::format_manifest(release_.manifest));
    if (!written) return written;
    const auto signature = text_of(release_.folder, output::kSignatureName);
    if (!signature) return tl::unexpected(signature.error());
    return *signature ? write(output::kSignatureName, **signature) : Published<void>();
  }

 private:
  Published<void> copy(const output::ManifestEntry& entry) {
    const auto bytes = read_file(release_.folder / entry.path, output::kLargestFile);
    if (!bytes) return stop(bytes);
    // What is served is what was audited, whoever has written into the folder since.
    if (sha256_hex(*bytes) != entry.sha256) {
      return tl::unexpected(PublishError(
          PublishErrorKind::unverified,
          fmt::format("{} has been changed while it was published", printable(entry.path))));
    }
    if (last_ && output::holds(*last_, {entry.path, *bytes}) &&
        output::link_file(*last_, to_, entry.path)) {
      return {};
    }
    return write(entry.path, *bytes);
  }

  Published<void> write(std::string_view path, std::string_view bytes) {
    output::TreeDifference one;
    one.missing.push_back({path, bytes});
    const auto written = output::write_missing(to_, one);
    return written ? Published<void>() : stop(written);
  }

  const Release& release_;
  const output::Tree& to_;
  const output::Tree* last_;
};

/// Whether exactly this release is served already, unharmed.
bool is_served(const DirectoryLayout& layout, const Release& release) {
  const ReleaseName* current = layout.current();
  if (!current) return false;
  const auto tree = layout.open_release(*current);
  if (!tree) return false;
  const auto manifest = text_of(tree->name, output::kManifestName);
  const auto old_signature = text_of(tree->name, output::kSignatureName);
  const auto signature = text_of(release.folder, output::kSignatureName);
  if (!manifest || *manifest != output::format_manifest(release.manifest)) return false;
  if (!old_signature || !signature || *old_signature != *signature) return false;
  const auto verified = verify_folder(tree->name);
  return verified && verified->holds();
}

/// The last releases stay, and whatever is served.
Result<void> remove_old(DirectoryLayout& layout, std::size_t keep, const PublishRequest& request) {
  const std::vector<ReleaseName> all = layout.releases();
  const ReleaseName* current = layout.current();
  const std::string served = current ? current->text : std::string();
  std::size_t kept = served.empty() ? 0 : 1;
  for (auto release = all.rbegin(); release != all.rend(); ++release) {
    if (release->text == served || kept++ < keep) continue;
    request.tell(fmt::format("removing the release {}", release->text));
    if (auto removed = layout.remove(*release); !removed) return removed;
  }
  return {};
}

/// The last one before that which is served; the newest where none is. Null where there is none.
const ReleaseName* before_current(const DirectoryLayout& layout) {
  const ReleaseName* current = layout.current();
  const auto& releases = layout.releases();
  const auto found = std::find_if(releases.rbegin(), releases.rend(), [&](const ReleaseName& each) {
    return !current || each.number < current->number;
  });
  return found == releases.rend() ? nullptr : &*found;
}

/// Makes the next release of it and serves that.
Published<ReleaseName> put_up(DirectoryLayout& layout, const Release& release,
                              const PublishRequest& request) {
  const ReleaseName* current = layout.current();
  const auto last = current ? layout.open_release(*current) : failure({});
  request.tell("copying the files");
  const auto incoming = layout.make_incoming();
  if (!incoming) return stop(incoming);
  const auto copied = ReleaseCopy(release, *incoming, last ? &*last : nullptr).make();
  if (!copied) return tl::unexpected(copied.error());
  const std::uint64_t number = layout.releases().empty() ? 1 : layout.releases().back().number + 1;
  ReleaseName name = make_release_name(number, std::chrono::system_clock::now(),
                                       output::format_manifest(release.manifest));
  request.tell(fmt::format("making the release {}", name.text));
  if (const auto admitted = layout.admit(*incoming, name); !admitted) return stop(admitted);
  request.tell("switching to it");
  if (const auto switched = layout.switch_to(name); !switched) return stop(switched);
  return name;
}

tl::unexpected<PublishError> left_behind(const fs::path& path, const Failure& reason) {
  return failed(
      fmt::format("the release is served from {}, but old ones could not be removed: {}; publish "
                  "again to remove them",
                  path.string(), reason.message));
}

}  // namespace

Published<std::optional<std::string>> DirectoryTarget::read(const std::string& path) {
  const auto layout = DirectoryLayout::open(path_);
  if (!layout) return tl::unexpected(layout.error());
  const ReleaseName* current = *layout ? (*layout)->current() : nullptr;
  if (!current) return std::nullopt;
  const auto tree = (*layout)->open_release(*current);
  return tree ? text_of(tree->name, path) : stop(tree);
}

Published<PublishReport> DirectoryTarget::publish(const Release& release,
                                                  const PublishRequest& request) {
  if (request.dry_run) return plan(release);
  request.tell("locking the target");
  auto layout = DirectoryLayout::open_locked(path_);
  if (!layout) return tl::unexpected(layout.error());
  const Manifest before = current_manifest(*layout);
  const auto ours = check_audience(path_, before, release.manifest);
  if (!ours) return tl::unexpected(ours.error());
  request.tell("removing what an earlier run has left");
  if (const auto cleaned = layout->clean(); !cleaned) return stop(cleaned);

  PublishReport report = report_changes(before, release.manifest);
  if (is_served(*layout, release)) {
    report.release = layout->current()->text;
  } else {
    const auto name = put_up(*layout, release, request);
    if (!name) return tl::unexpected(name.error());
    report.release = name->text;
  }
  const auto removed = remove_old(*layout, keep_, request);
  if (!removed) return left_behind(path_, removed.error());
  return report;
}

Published<PublishReport> DirectoryTarget::plan(const Release& release) const {
  const auto layout = DirectoryLayout::open(path_);
  if (!layout) return tl::unexpected(layout.error());
  const Manifest before = *layout ? current_manifest(**layout) : Manifest{};
  const auto ours = check_audience(path_, before, release.manifest);
  if (!ours) return tl::unexpected(ours.error());
  return report_changes(before, release.manifest);
}

Published<std::vector<PastRelease>> DirectoryTarget::releases() {
  const auto layout = DirectoryLayout::open(path_);
  if (!layout) return tl::unexpected(layout.error());
  std::vector<PastRelease> past;
  if (!*layout) return past;
  const ReleaseName* current = (*layout)->current();
  const auto& all = (*layout)->releases();
  for (auto release = all.rbegin(); release != all.rend(); ++release) {
    past.push_back({release->text, current && *release == *current});
  }
  return past;
}

Published<std::string> DirectoryTarget::find(const std::string& name_or_number) {
  const auto layout = DirectoryLayout::open(path_);
  if (!layout) return tl::unexpected(layout.error());
  if (*layout && !name_or_number.empty()) {
    const ReleaseName* found = (*layout)->find(name_or_number);
    if (found) return found->text;
    return refused(fmt::format("{} has no release `{}`; `opsg-site rollback --list` lists them",
                               path_.string(), printable(name_or_number)));
  }
  if (*layout) {
    if (const ReleaseName* last = before_current(**layout)) return last->text;
  }
  return refused(fmt::format("{} has no release before the one that is served", path_.string()));
}

Published<fs::path> DirectoryTarget::folder_of(const std::string& release) {
  const auto layout = DirectoryLayout::open(path_);
  if (!layout) return tl::unexpected(layout.error());
  const ReleaseName* name = *layout ? (*layout)->find(release) : nullptr;
  if (!name) return failed(fmt::format("{} has lost its release {}", path_.string(), release));
  const auto tree = (*layout)->open_release(*name);
  return tree ? Published<fs::path>(tree->name) : stop(tree);
}

Published<void> DirectoryTarget::switch_back(const std::string& release,
                                             const PublishRequest& request) {
  request.tell("locking the target");
  auto layout = DirectoryLayout::open_locked(path_);
  if (!layout) return tl::unexpected(layout.error());
  const ReleaseName* name = layout->find(release);
  if (!name) return failed(fmt::format("{} has lost its release {}", path_.string(), release));
  request.tell("switching back");
  const auto switched = layout->clean().and_then([&, to = *name] { return layout->switch_to(to); });
  return switched ? Published<void>() : stop(switched);
}

}  // namespace opsg::publishing
