#pragma once

#include <string>
#include <vector>

#include "page_context.h"
#include "planned_files.h"

namespace opsg::released {

/// All feeds, Atom and JSON. Borrows the context's site.
///
/// - feed.xml, feed.json: a meeting each, with its headlines (or what else is there of it);
/// - <register>/feed.xml, feed.json: what meetings said of the register's entries;
/// - <register>/<entry>/feed.xml: the same of one entry;
/// - references/<id>/feed.xml: where records mention it.
///
/// The ids of feed entries are permalinks: of a meeting; of an entry or a reference with the
/// meeting's slug (and the item) behind '#'. They depend on ids, slugs and numbers alone. Dates
/// are those of meetings.
std::vector<PlannedFiles> plan_feeds(const PageContext& context);

/// Whether the register's entries have feeds: those that an id alone tells apart.
bool has_feeds(const RegisterDefinition& definition);

/// The feed of the page at `path`: "actions/" -> "actions/feed.xml", "actions/feed.json".
std::string atom_path(const std::string& path);
std::string json_feed_path(const std::string& path);

}  // namespace opsg::released
