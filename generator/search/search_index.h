#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "rendered_site.h"
#include "result.h"
#include "site_addition.h"

namespace opsg::search {

struct SearchRequest {
  std::filesystem::path program;  ///< Pagefind.
  std::string language;           ///< The pages': "en-GB".
  /// For the whole; by default by the number of pages, generously.
  std::optional<std::chrono::milliseconds> time_limit;
};

struct SearchIndex {
  SiteAddition files;   ///< Below "pagefind/", each list sorted by path.
  std::string version;  ///< Of Pagefind: "1.6.0"; may be empty.
};

/// The version of Pagefind that opsg-site is tested with: package.json's.
std::string_view tested_version();

/// Lets Pagefind index the pages of the site that have an element with `data-pagefind-body`. Takes
/// an audited site only: the program sees nothing that the public may not. The same site gives the
/// same bytes. The user interfaces that come with Pagefind are left out.
Result<SearchIndex> make_search_index(const AuditedSite& site, const SearchRequest& request);

}  // namespace opsg::search
