#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "markdown_renderer.h"
#include "page_facts.h"
#include "page_view.h"
#include "permalinks.h"
#include "policy.h"
#include "search_catalogue.h"
#include "site.h"
#include "site_index.h"
#include "theme_assets.h"

namespace opsg::released {

struct Theme;

/// What all views are made from. Borrowed; shared by all threads.
struct PageContext {
  const Site& site;
  const Policy& policy;
  const Permalinks& permalinks;
  const MarkdownRenderer& markdown;
  const SiteIndex& index;
  const PageFactsIndex& facts;
  const SearchCatalogue& search;
  std::shared_ptr<const SiteView> site_view;

  std::string href(std::string_view path) const { return permalinks.href(path); }
};

/// The part of the frame that all pages share.
SiteView make_site_view(const Site& site, const Policy& policy, const Permalinks& permalinks,
                        const Theme& theme);

std::vector<AssetView> asset_views(const Permalinks& permalinks,
                                   const std::vector<ThemeAsset>& assets);

/// The frame of the page at `path`. The navigation marks the section that holds it.
PageView page_frame(const PageContext& context, std::string_view path, std::string title);

}  // namespace opsg::released
