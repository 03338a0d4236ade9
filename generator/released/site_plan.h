#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markdown_renderer.h"
#include "page_context.h"
#include "page_plan.h"
#include "planned_files.h"
#include "permalinks.h"
#include "policy.h"
#include "rendered_site.h"
#include "site.h"
#include "site_index.h"
#include "theme.h"

namespace opsg::released {

/// All that a site will consist of, known before its first page is rendered: links of records may
/// lead to any of it. Borrows everything that it is made from, and does not move.
class SitePlan {
 public:
  /// Makes every page and file known to the permalinks, those included that follow from no record:
  /// "actions/open/", "data/risks.json".
  SitePlan(const Site& site, const Policy& policy, const Theme& theme, Permalinks& permalinks);
  SitePlan(const SitePlan&) = delete;
  SitePlan& operator=(const SitePlan&) = delete;

  const std::vector<PlannedPage>& pages() const { return pages_; }
  const PageContext& context() const { return context_; }
  /// Feeds, the calendar and data files.
  const std::vector<PlannedFiles>& planned() const { return planned_; }
  /// All other files.
  std::vector<RenderedFile> take_others() { return std::move(others_); }

  /// Whether the page at `path` has the id. Renders it, once, to find out.
  bool has_id(std::string_view path, std::string_view id);

 private:
  std::vector<RenderedFile> other_files(const Theme& theme) const;
  const std::string& html_of(std::string_view path);

  MarkdownRenderer markdown_;
  SiteIndex index_;
  PageFactsIndex facts_;
  SearchCatalogue search_;
  PageContext context_;
  std::vector<PlannedPage> pages_;
  std::vector<PlannedFiles> planned_;
  std::vector<RenderedFile> others_;
  std::map<std::string, std::string, std::less<>> rendered_;
};

}  // namespace opsg::released
