#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "permalinks.h"
#include "record.h"

namespace opsg::released {

/// A link as it may be shown. `url` still has to be escaped (append_url).
struct ResolvedLink {
  std::string url;
  bool external = false;
};

/// Turns the links that records hold into links that this audience can follow. Every URL that
/// comes out was made by Permalinks or passed is_safe_absolute_url().
class LinkResolver {
 public:
  explicit LinkResolver(const Permalinks& permalinks) : permalinks_(permalinks) {}

  /// Where a link in the record leads: an absolute URL, "#item-3" on the record's own page,
  /// "../2021-01-25-opsg-41/headlines.md#item-3" or "annex.pdf" by the sources' folders,
  /// "/meetings/2021-01-25-opsg-41/" by the site's. Nothing for what is unsafe or not there.
  std::optional<ResolvedLink> link(const Record& from, std::string_view written) const;
  /// The same for an image: an attachment or an https URL.
  std::optional<ResolvedLink> image(const Record& from, std::string_view written) const;

 private:
  std::optional<std::string> site_path(const Record& from, std::string_view written) const;
  std::optional<std::string> source_path(std::string_view source, std::string_view anchor) const;
  std::optional<std::string> rooted_path(std::string_view path, std::string_view anchor) const;

  const Permalinks& permalinks_;
};

}  // namespace opsg::released
