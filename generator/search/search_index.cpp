#include "search_index.h"

#include <re2/re2.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "pagefind_service.h"

namespace opsg::search {
namespace {

using std::chrono::milliseconds;
using Files = std::vector<RenderedFile>;

constexpr std::string_view kFolder = "pagefind/";
constexpr std::string_view kIndexed = "data-pagefind-body";
constexpr std::string_view kIndexFile = "index.html";
constexpr milliseconds kLeastTime{120'000};
constexpr milliseconds kTimeForPage{200};

/// What a search needs; Pagefind's user interfaces are not among it.
bool is_needed(const std::string& path) {
  static const RE2 kNeeded(
      R"(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\.[\w-]+\.pf_meta)"
      R"(|wasm\.[\w-]+\.pagefind|fragment/[\w-]+\.pf_fragment|index/[\w-]+\.pf_index)"
      R"(|filter/[\w-]+\.pf_filter)");
  return RE2::FullMatch(path, kNeeded);
}

std::vector<const RenderedFile*> pages_of(const AuditedSite& site) {
  std::vector<const RenderedFile*> pages;
  for (const RenderedFile& file : site->files) {
    const bool page = file.path.ends_with(".html");
    if (page && file.bytes.find(kIndexed) != std::string::npos) pages.push_back(&file);
  }
  return pages;
}

/// "meetings/m1/index.html" -> "/meetings/m1/"
std::string url_of(std::string_view path) {
  const bool index = path == kIndexFile || path.ends_with("/index.html");
  if (index) path.remove_suffix(kIndexFile.size());
  return '/' + std::string(path);
}

/// A page of the language that says nothing: Pagefind's own files depend on the language alone.
std::string empty_page(const std::string& language) {
  return "<!doctype html><html lang=\"" + language + "\"><body><p>opsg-site</p></body></html>";
}

Result<Files> files_for_empty_page(PagefindService& service, const std::string& language) {
  const auto index = service.new_index();
  if (!index) return tl::unexpected(index.error());
  const auto added = service.add_page(*index, "/", empty_page(language));
  if (!added) return tl::unexpected(added.error());
  return service.files(*index);
}

Result<Files> files_for_pages(PagefindService& service,
                              const std::vector<const RenderedFile*>& pages) {
  const auto index = service.new_index();
  if (!index) return tl::unexpected(index.error());
  for (const RenderedFile* page : pages) {
    const auto added = service.add_page(*index, url_of(page->path), page->bytes);
    if (!added) return tl::unexpected(added.error());
  }
  return service.files(*index);
}

bool by_path(const RenderedFile& a, const RenderedFile& b) {
  return a.path < b.path;
}

SiteAddition sort_out(Files files, const Files& own) {
  SiteAddition addition;
  std::sort(files.begin(), files.end(), by_path);
  for (RenderedFile& file : files) {
    if (!is_needed(file.path)) continue;
    const bool is_own = std::any_of(own.begin(), own.end(), [&](const RenderedFile& other) {
      return other.path == file.path && other.bytes == file.bytes;
    });
    file.path.insert(0, kFolder);
    (is_own ? addition.own : addition.made).push_back(std::move(file));
  }
  return addition;
}

std::string version_of(const Files& files) {
  const auto entry = std::find_if(files.begin(), files.end(), [](const RenderedFile& file) {
    return file.path == "pagefind-entry.json";
  });
  if (entry == files.end()) return {};
  const auto read = nlohmann::json::parse(entry->bytes, nullptr, false);
  const bool known = read.is_object() && read.contains("version") && read["version"].is_string();
  return known ? read["version"].get<std::string>() : std::string();
}

Deadline deadline_of(const SearchRequest& request, std::size_t pages) {
  const auto limit = kLeastTime + static_cast<int>(pages) * kTimeForPage;
  return std::chrono::steady_clock::now() + request.time_limit.value_or(limit);
}

}  // namespace

std::string_view tested_version() {
  return OPSG_PAGEFIND_VERSION;
}

Result<SearchIndex> make_search_index(const AuditedSite& site, const SearchRequest& request) {
  const auto pages = pages_of(site);
  auto service = PagefindService::start(request.program, deadline_of(request, pages.size()));
  if (!service) return tl::unexpected(service.error());
  // First, while the program knows nothing of the site.
  const auto own = files_for_empty_page(*service, request.language);
  if (!own) return tl::unexpected(own.error());
  auto files = files_for_pages(*service, pages);
  if (!files) return tl::unexpected(files.error());
  std::string version = version_of(*files);
  return SearchIndex{sort_out(std::move(*files), *own), std::move(version)};
}

}  // namespace opsg::search
