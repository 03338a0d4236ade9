#include "site_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "data_files.h"
#include "meeting_calendar.h"
#include "site_feeds.h"
#include "sitemap.h"

namespace opsg::released {
namespace {

using Files = std::vector<RenderedFile>;

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
    if (page.listed) paths.push_back(page.path);
  }
  std::sort(paths.begin(), paths.end());
  files.push_back(sitemap(paths, context.permalinks, context.facts));
  files.push_back(robots_txt(context.site_view->banner.rank == 0, context.permalinks));
}

std::vector<PlannedFiles> plan_files(const PageContext& context) {
  std::vector<PlannedFiles> plan = plan_feeds(context);
  for (PlannedFiles& each : plan_data_files(context)) plan.push_back(std::move(each));
  plan.push_back(plan_meeting_calendar());
  return plan;
}

}  // namespace

SitePlan::SitePlan(const Site& site, const Policy& policy, const Theme& theme,
                   Permalinks& permalinks)
    : markdown_(site, permalinks),
      index_(site),
      facts_(site, permalinks, index_),
      search_(site, permalinks),
      context_{site,
               policy,
               permalinks,
               markdown_,
               index_,
               facts_,
               search_,
               std::make_shared<const SiteView>(make_site_view(site, policy, permalinks, theme))},
      pages_(plan_pages(context_, theme)),
      planned_(plan_files(context_)),
      others_(other_files(theme)) {
  for (const PlannedPage& page : pages_) permalinks.add(page.path);
  for (const PlannedFiles& each : planned_) {
    for (const std::string& path : each.paths) permalinks.add(path);
  }
  for (const RenderedFile& file : others_) permalinks.add(file.path);
}

Files SitePlan::other_files(const Theme& theme) const {
  Files files = theme.assets;
  add_attachments(files, context_.site, context_.permalinks);
  add_sitemap(files, pages_, context_);
  return files;
}

bool SitePlan::has_id(std::string_view path, std::string_view id) {
  return html_of(path).find(fmt::format(" id=\"{}\"", id)) != std::string::npos;
}

/// Empty for what is no page, and for one that cannot be rendered.
const std::string& SitePlan::html_of(std::string_view path) {
  if (const auto known = rendered_.find(path); known != rendered_.end()) return known->second;
  const auto page = std::find_if(pages_.begin(), pages_.end(),
                                 [&](const PlannedPage& each) { return each.path == path; });
  std::string html;
  if (page != pages_.end()) {
    if (auto rendered = page->render()) html = std::move(*rendered).take();
  }
  return rendered_.emplace(path, std::move(html)).first->second;
}

}  // namespace opsg::released
