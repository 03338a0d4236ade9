#pragma once

#include <optional>

#include "diagnostic.h"
#include "policy.h"
#include "profile.h"
#include "progress.h"
#include "rendered_site.h"
#include "site.h"
#include "theme.h"

namespace opsg::released {

/// What is made of a site.
enum class SiteExtent {
  whole,
  pages,  ///< Without what programs read: feeds, the calendar, data files, the search's index.
};

struct RenderOptions {
  int jobs = 1;                  ///< Threads; the result does not depend on how many.
  Progress* progress = nullptr;  ///< Told of every page, if not null.
  Profile* profile = nullptr;    ///< Likewise: where the time goes.
  SiteExtent extent = SiteExtent::whole;
};

/// Every file of the site that was asked for: its pages, attachments, data files, sitemap and the
/// theme's assets.
/// Nothing on an error: `page-collision` (two files with one path, whatever the case of their
/// letters) and `template-limit` (a page grows beyond all bounds).
std::optional<RenderedSite> render_site(const Site& site, const Policy& policy, const Theme& theme,
                                        const RenderOptions& options, Diagnostics& diagnostics);

}  // namespace opsg::released
