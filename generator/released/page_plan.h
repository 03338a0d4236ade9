#pragma once

#include <functional>
#include <string>
#include <vector>

#include "page_context.h"
#include "result.h"
#include "safe_html.h"
#include "theme.h"

namespace opsg::released {

/// A page that is to be rendered: its address, and how. Any number of threads may render at once.
struct PlannedPage {
  std::string path;  ///< As in Permalinks: "actions/open/"; "404.html" for a file.
  bool listed;       ///< In the sitemap: it is no error page, and no other list in another order.
  std::function<Result<SafeHtml>()> render;
};

/// All pages of the site. Borrows the context and the theme.
std::vector<PlannedPage> plan_pages(const PageContext& context, const Theme& theme);

/// The file that answers for a path: "actions/open/index.html".
std::string file_of_page(const std::string& path);

}  // namespace opsg::released
