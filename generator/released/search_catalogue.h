#pragma once

#include <map>
#include <string>
#include <string_view>

#include "page_view.h"
#include "permalinks.h"
#include "site.h"

namespace opsg::released {

/// Which pages the search index is to hold, and by what its results can be narrowed down. Lists
/// are left out: what they repeat is found on the pages that they lead to.
class SearchCatalogue {
 public:
  /// Empty where site.toml asks for no search. Borrows nothing.
  SearchCatalogue(const Site& site, const Permalinks& permalinks);

  /// Of the page at `path`; `indexed` is false where it is not in the index.
  const PageSearchView& of(std::string_view path) const;

 private:
  void add_meetings(const Site& site, const Permalinks& permalinks);
  void add_entries(const Site& site, const Permalinks& permalinks);
  void add_references(const Site& site, const Permalinks& permalinks);
  void add_parties(const Site& site, const Permalinks& permalinks);
  void add_text_pages(const Site& site, const Permalinks& permalinks);
  PageSearchView& add(const std::string& path, std::string_view kind);

  std::map<std::string, PageSearchView, std::less<>> pages_;
};

}  // namespace opsg::released
