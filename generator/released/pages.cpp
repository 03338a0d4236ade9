#include "pages.h"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <map>

#include "page_plan.h"
#include "site_plan.h"
#include "text.h"

namespace opsg::released {
namespace {

using Files = std::vector<RenderedFile>;

std::vector<Result<SafeHtml>> render_in_parallel(const std::vector<PlannedPage>& pages,
                                                 const RenderOptions& options) {
  std::vector<Result<SafeHtml>> results(pages.size());
  const int threads = std::max(options.jobs, 1);
  if (options.progress) options.progress->begin("rendering pages", pages.size());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, pages.size(), [&](std::size_t i) {
      results[i] = pages[i].render();
      if (options.progress) options.progress->step();
    });
  });
  return results;
}

void add_pages(Files& files, const std::vector<PlannedPage>& pages, const Theme& theme,
               const RenderOptions& options, Diagnostics& diagnostics) {
  std::vector<Result<SafeHtml>> results = render_in_parallel(pages, options);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string path = file_of_page(pages[i].path);
    if (results[i]) {
      files.push_back({path, std::move(*results[i]).take()});
    } else {
      diagnostics
          .error("template-limit", {SourcePath("themes/" + theme.name + "/templates"), 0, 0, 0},
                 fmt::format("{}: {}", path, results[i].error().message))
          .with_help("let the template include less");
    }
  }
}

SourceSpan span_of_page(const Site& site, const std::string& file) {
  for (const std::size_t page : site.pages) {
    const Record& record = site.records[page];
    if (file_of_page(page_path(record)) == file) return {record.path, 0, 0, 0};
  }
  return {SourcePath("site.toml"), 0, 0, 0};
}

/// File systems differ in whether "A" and "a" are one file, so that they must not both exist.
void report_collisions(const Files& files, const Site& site, Diagnostics& diagnostics) {
  std::map<std::string, const RenderedFile*> seen;
  for (const RenderedFile& file : files) {
    const auto [first, is_new] = seen.try_emplace(ascii_lower(file.path), &file);
    if (is_new) continue;
    diagnostics
        .error("page-collision", span_of_page(site, file.path),
               fmt::format("two pages would be written to {}", file.path))
        .with_help("rename one of the two");
  }
}

Files render_files(const Site& site, const Policy& policy, const Theme& theme,
                   const RenderOptions& options, Diagnostics& diagnostics) {
  const Anchors anchors(site);
  Permalinks permalinks(site, anchors);
  SitePlan plan(site, policy, theme, permalinks);
  Files files = plan.take_others();
  add_pages(files, plan.pages(), theme, options, diagnostics);
  return files;
}

}  // namespace

std::optional<RenderedSite> render_site(const Site& site, const Policy& policy, const Theme& theme,
                                        const RenderOptions& options, Diagnostics& diagnostics) {
  Diagnostics found;
  Files files = render_files(site, policy, theme, options, found);
  report_collisions(files, site, found);
  std::sort(files.begin(), files.end(),
            [](const RenderedFile& a, const RenderedFile& b) { return a.path < b.path; });
  const bool good = !found.has_errors();
  diagnostics.append(std::move(found));
  if (!good) return std::nullopt;
  return RenderedSite{site.audience, std::move(files)};
}

}  // namespace opsg::released
