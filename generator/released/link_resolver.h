#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "permalinks.h"
#include "record.h"

namespace opsg::released {

/// A link as it may be shown. `url` still has to be escaped (append_url).
struct ResolvedLink {
  std::string url;
  bool external = false;
};

/// Why a link cannot be followed.
enum class LinkFault {
  empty,      ///< It has no destination.
  scheme,     ///< "javascript:", "ftp:", "//host": never published.
  malformed,  ///< An absolute URL with a space in it, or with nothing behind its scheme.
  no_page,    ///< Nothing is there.
  no_place,   ///< The page is there, but not the place on it.
  no_image,   ///< It is there, but is no image: neither an attachment nor at an https URL.
};

/// Turns the links that records hold into links that this audience can follow. Every URL that
/// comes out was made by Permalinks or passed is_safe_absolute_url().
class LinkResolver {
 public:
  using Outcome = tl::expected<ResolvedLink, LinkFault>;

  explicit LinkResolver(const Permalinks& permalinks) : permalinks_(permalinks) {}

  /// Where a link in the record leads: an absolute URL, "#item-3" on the record's own page,
  /// "../2021-01-25-opsg-41/headlines.md#item-3" or "annex.pdf" by the sources' folders,
  /// "/meetings/2021-01-25-opsg-41/" by the site's, or the same behind the site's base_url. Places
  /// on pages that show no record are taken as they are written: only their HTML knows them.
  Outcome link(const Record& from, std::string_view written) const;
  /// The same for an image: an attachment or an https URL.
  Outcome image(const Record& from, std::string_view written) const;

 private:
  using Path = tl::expected<std::string, LinkFault>;

  Path site_path(const Record& from, std::string_view written) const;
  Path source_path(std::string_view source, std::string_view anchor) const;
  Path rooted_path(std::string_view written) const;
  std::optional<std::string> page_at(std::string path) const;

  const Permalinks& permalinks_;
};

}  // namespace opsg::released
