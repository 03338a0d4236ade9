#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "permalinks.h"
#include "site.h"
#include "source_span.h"

namespace opsg::released {

/// Looks for what a broken link may have meant. Borrows the site and the permalinks.
class LinkSuggestions {
 public:
  LinkSuggestions(const Site& site, const Permalinks& permalinks)
      : site_(site), permalinks_(permalinks) {}

  /// For a link that leads to no page or file: the nearest one, without a place on it.
  std::optional<std::string> page(const SourcePath& from, std::string_view written) const;
  /// For a link to a place that its page lacks: the whole link with the nearest one there is.
  std::optional<std::string> place(const SourcePath& from, std::string_view written) const;

 private:
  std::optional<std::string_view> rooted(std::string_view written) const;
  std::vector<std::string> places_at(const SourcePath& from, std::string_view path) const;

  const Site& site_;
  const Permalinks& permalinks_;
};

}  // namespace opsg::released
