#pragma once

#include <optional>

#include "diagnostic.h"
#include "policy.h"
#include "rendered_site.h"
#include "site.h"
#include "theme.h"

namespace opsg::released {

/// Every file of the site: its pages, attachments, data files, sitemap and the theme's assets.
/// `jobs` threads render pages at once; the result does not depend on how many. Nothing on an
/// error: what make_theme() reports, `page-collision` (two files with one path, whatever the case
/// of their letters) and `template-limit` (a page grows beyond all bounds).
std::optional<RenderedSite> render_site(const Site& site, const Policy& policy,
                                        const ThemeFiles& theme, int jobs,
                                        Diagnostics& diagnostics);

}  // namespace opsg::released
