#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "feed.h"
#include "page_context.h"

namespace opsg::released {

/// What feeds say of a meeting, an entry and a reference; see plan_feeds() on their ids. All links
/// of `context` must be absolute.

/// The meeting's headlines; without them its first other document, or the extracts of one. Nothing
/// where there is no document.
std::optional<FeedEntry> meeting_entry(const PageContext& context, const Meeting& meeting);

/// The entries of the register that the meeting says something of, each once, in their order there.
std::vector<const RegisterEntry*> entries_of_meeting(const PageContext& context,
                                                     const Register& reg, std::size_t meeting);

/// All that the meeting's records say of the entry, which must be something.
FeedEntry step_entry(const PageContext& context, const Register& reg, const RegisterEntry& entry,
                     std::size_t meeting);

/// The items (or documents, outside of items) that mention the reference, latest meeting first.
std::vector<FeedEntry> mention_entries(const PageContext& context, const ReferencePage& page);

}  // namespace opsg::released
