#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site.h"

namespace opsg::released {

/// Every mention of every reference of site.toml in the records of meetings, by definition and id;
/// each block mentions an id once. Headings, paragraphs and table rows are searched, code is not.
/// Needs the site's config, vocabulary, meetings and records.
std::vector<ReferencePage> index_references(const Site& site);

/// The link of a definition with `{id}` replaced by the id, percent-encoded as RFC 3986 asks of a
/// path segment.
std::string reference_link(std::string_view link, std::string_view id);

}  // namespace opsg::released
