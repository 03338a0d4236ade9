#include "pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "absolute_links.h"
#include "page_plan.h"
#include "parallel.h"
#include "site_plan.h"
#include "text.h"

namespace opsg::released {
namespace {

using Files = std::vector<RenderedFile>;
using Paths = std::vector<std::string>;

/// Calls `make` with 0 to `count` - 1, whose results are in that order, as a stage of the build.
template <class Made>
std::vector<Made> make_in_parallel(std::string_view what, std::size_t count,
                                   const RenderOptions& options, const auto& make) {
  StageTimer timer(options.profile, what);
  timer.set_count(count);
  std::vector<Made> results(count);
  if (options.progress) options.progress->begin(what, count);
  for_each_index(count, options.jobs, [&](std::size_t i) {
    results[i] = make(i);
    if (options.progress) options.progress->step();
  });
  return results;
}

void add_pages(Files& files, const std::vector<PlannedPage>& pages, const Theme& theme,
               const RenderOptions& options, Diagnostics& diagnostics) {
  auto results = make_in_parallel<Result<SafeHtml>>(
      "rendering pages", pages.size(), options, [&](std::size_t i) {
        const StepTimer step(options.profile, "page", pages[i].path);
        return pages[i].render();
      });
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

void add_planned(Files& files, const SitePlan& plan, const RenderOptions& options) {
  const AbsoluteLinks links(plan.context());
  const std::vector<PlannedFiles>& planned = plan.planned();
  const auto make = [&](std::size_t i) {
    const StepTimer step(options.profile, "files", planned[i].paths.front());
    Files results = planned[i].make(links.context());
    for (RenderedFile& file : results) file.bytes.shrink_to_fit();
    return results;
  };
  auto made = make_in_parallel<Files>("writing feeds and data", planned.size(), options, make);
  for (Files& each : made) std::move(each.begin(), each.end(), std::back_inserter(files));
}

SourceSpan span_of_page(const Site& site, const std::string& file) {
  for (const std::size_t page : site.pages) {
    const Record& record = site.records[page];
    if (file_of_page(page_path(record)) == file) return {record.path, 0, 0, 0};
  }
  return {SourcePath("site.toml"), 0, 0, 0};
}

/// File systems differ in whether "A" and "a" are one file, so that they must not both exist.
void report_collisions(const RenderedSite& rendered, const Site& site, Diagnostics& diagnostics) {
  std::set<std::string> seen;
  const auto add = [&](const std::string& path) {
    if (seen.insert(ascii_lower(path)).second) return;
    diagnostics
        .error("page-collision", span_of_page(site, path),
               fmt::format("two pages would be written to {}", path))
        .with_help("rename one of the two");
  };
  for (const RenderedFile& file : rendered.files) add(file.path);
  for (const std::string& path : rendered.left_out) add(path);
}

Paths paths_of(const std::vector<PlannedFiles>& planned) {
  Paths paths;
  for (const PlannedFiles& each : planned) {
    paths.insert(paths.end(), each.paths.begin(), each.paths.end());
  }
  return paths;
}

RenderedSite render_files(const Site& site, const Policy& policy, const Theme& theme,
                          const RenderOptions& options, Diagnostics& diagnostics) {
  StageTimer planning(options.profile, "planning pages");
  const Anchors anchors(site);
  Permalinks permalinks(site, anchors);
  SitePlan plan(site, policy, theme, permalinks);
  RenderedSite rendered{site.audience, plan.take_others()};
  planning.finish();
  add_pages(rendered.files, plan.pages(), theme, options, diagnostics);
  if (options.extent == SiteExtent::whole) {
    add_planned(rendered.files, plan, options);
  } else {
    rendered.left_out = paths_of(plan.planned());
  }
  return rendered;
}

}  // namespace

std::optional<RenderedSite> render_site(const Site& site, const Policy& policy, const Theme& theme,
                                        const RenderOptions& options, Diagnostics& diagnostics) {
  Diagnostics found;
  RenderedSite rendered = render_files(site, policy, theme, options, found);
  report_collisions(rendered, site, found);
  std::sort(rendered.files.begin(), rendered.files.end(),
            [](const RenderedFile& a, const RenderedFile& b) { return a.path < b.path; });
  const bool good = !found.has_errors();
  diagnostics.append(std::move(found));
  if (!good) return std::nullopt;
  return rendered;
}

}  // namespace opsg::released
