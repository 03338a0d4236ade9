#pragma once

#include <vector>

#include "rendered_site.h"

namespace opsg {

/// Files that another program made of an audited site, to be audited in their turn.
struct SiteAddition {
  /// The other program's own: it gave these bytes before it was shown anything of the site.
  std::vector<RenderedFile> own;
  /// Made of the site's pages.
  std::vector<RenderedFile> made;
};

}  // namespace opsg
