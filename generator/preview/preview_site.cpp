#include "preview_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace opsg::preview {
namespace {

const RenderedFile* find_in(const std::vector<RenderedFile>& files, std::string_view path) {
  const auto at = std::lower_bound(
      files.begin(), files.end(), path,
      [](const RenderedFile& file, std::string_view wanted) { return file.path < wanted; });
  return at != files.end() && at->path == path ? &*at : nullptr;
}

std::map<std::string_view, std::string_view> pages_of(const PreviewSite& site) {
  std::map<std::string_view, std::string_view> pages;
  for (const RenderedFile& file : site.files()) {
    if (file.path.ends_with(".html")) pages.emplace(file.path, file.bytes);
  }
  return pages;
}

}  // namespace

bool LateFiles::may_hold(std::string_view path) const {
  return (!folder.empty() && path.starts_with(folder)) ||
         std::binary_search(paths.begin(), paths.end(), path);
}

PreviewSite::PreviewSite(AuditedSite site, LateFiles late)
    : PreviewSite(std::move(site).take(), std::move(late)) {}

PreviewSite::PreviewSite(RenderedSite site, LateFiles late)
    : site_(std::move(site)), late_(std::move(late)) {}

std::shared_ptr<const PreviewSite> PreviewSite::for_editor(RenderedSite site, LateFiles late) {
  return std::shared_ptr<const PreviewSite>(new PreviewSite(std::move(site), std::move(late)));
}

const LateBuild& PreviewSite::late_build() const {
  std::call_once(late_is_made_, [this] { late_build_ = late_.make(); });
  return late_build_;
}

const RenderedFile* PreviewSite::find(std::string_view path) const {
  if (const RenderedFile* file = find_in(site_.files, path)) return file;
  return late_.may_hold(path) ? find_in(late_build().files, path) : nullptr;
}

std::string PreviewSite::failure_of(std::string_view path) const {
  return late_.may_hold(path) && !find(path) ? late_build().failure : std::string();
}

std::size_t count_changed_pages(const PreviewSite* before, const PreviewSite& after) {
  std::map<std::string_view, std::string_view> old_pages;
  if (before) old_pages = pages_of(*before);
  std::size_t changed = 0;
  for (const auto& [path, bytes] : pages_of(after)) {
    const auto old = old_pages.find(path);
    if (old == old_pages.end() || old->second != bytes) ++changed;
    if (old != old_pages.end()) old_pages.erase(old);
  }
  return changed + old_pages.size();
}

std::string fingerprint(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace opsg::preview
