#include "pages.h"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <map>
#include <memory>

#include "data_files.h"
#include "markdown_renderer.h"
#include "page_context.h"
#include "page_plan.h"
#include "sitemap.h"
#include "text.h"

namespace opsg::released {
namespace {

using Files = std::vector<RenderedFile>;

std::vector<Result<SafeHtml>> render_in_parallel(const std::vector<PlannedPage>& pages, int jobs) {
  std::vector<Result<SafeHtml>> results(pages.size());
  const int threads = std::max(jobs, 1);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(threads));
  tbb::task_arena arena(threads);
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, pages.size(),
                      [&](std::size_t i) { results[i] = pages[i].render(); });
  });
  return results;
}

void add_pages(Files& files, const std::vector<PlannedPage>& pages, const ThemeFiles& theme,
               int jobs, Diagnostics& diagnostics) {
  std::vector<Result<SafeHtml>> results = render_in_parallel(pages, jobs);
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

void add_attachments(Files& files, const Site& site, const Permalinks& permalinks) {
  for (const Meeting& meeting : site.meetings) {
    for (const Attachment& file : meeting.attachments) {
      files.push_back({permalinks.attachment(meeting, file), *file.bytes});
    }
  }
}

void add_sitemap(Files& files, const std::vector<PlannedPage>& pages, const PageContext& context) {
  std::vector<std::string> paths;
  for (const PlannedPage& page : pages) {
    if (page.path != "404.html") paths.push_back(page.path);
  }
  std::sort(paths.begin(), paths.end());
  files.push_back(sitemap(paths, context.permalinks));
  files.push_back(robots_txt(context.site_view->banner.rank == 0, context.permalinks));
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

Files render_files(const Site& site, const Policy& policy, const ThemeFiles& theme_files,
                   Theme& theme, int jobs, Diagnostics& diagnostics) {
  const Anchors anchors(site);
  const Permalinks permalinks(site, anchors);
  const MarkdownRenderer markdown(site, permalinks);
  const SiteIndex index(site);
  const PageContext context{
      site,
      policy,
      permalinks,
      markdown,
      index,
      std::make_shared<const SiteView>(make_site_view(site, policy, permalinks, theme))};
  const std::vector<PlannedPage> pages = plan_pages(context, theme);

  Files files = std::move(theme.assets);
  add_pages(files, pages, theme_files, jobs, diagnostics);
  add_attachments(files, site, permalinks);
  add_sitemap(files, pages, context);
  for (RenderedFile& file : data_files(site, permalinks)) files.push_back(std::move(file));
  return files;
}

}  // namespace

std::optional<RenderedSite> render_site(const Site& site, const Policy& policy,
                                        const ThemeFiles& theme_files, int jobs,
                                        Diagnostics& diagnostics) {
  Diagnostics found;
  std::optional<RenderedSite> rendered;
  if (auto theme = make_theme(theme_files, found)) {
    Files files = render_files(site, policy, theme_files, *theme, jobs, found);
    report_collisions(files, site, found);
    std::sort(files.begin(), files.end(),
              [](const RenderedFile& a, const RenderedFile& b) { return a.path < b.path; });
    if (!found.has_errors()) rendered = RenderedSite{site.audience, std::move(files)};
  }
  diagnostics.append(std::move(found));
  return rendered;
}

}  // namespace opsg::released
