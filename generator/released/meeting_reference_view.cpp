#include "meeting_reference_view.h"

#include <algorithm>
#include <string_view>

#include "view_text.h"

namespace opsg::released {
namespace {

void add_place(std::vector<LinkView>& places, LinkView place) {
  const bool known = std::any_of(places.begin(), places.end(),
                                 [&](const LinkView& other) { return other.href == place.href; });
  if (known) return;
  if (!places.empty()) places.back().comma = true;
  places.push_back(std::move(place));
}

}  // namespace

std::vector<MeetingReferencesView> meeting_references(const PageContext& context,
                                                      std::size_t meeting) {
  std::vector<MeetingReferencesView> kinds;
  std::string_view definition;
  const ReferencePage* last = nullptr;
  for (const ReferencePlace& place : context.index.references[meeting]) {
    const ReferencePage& page = context.site.references[place.reference];
    if (kinds.empty() || page.definition != definition) {
      kinds.push_back({reference_title(context.site, page.definition), {}});
    }
    definition = page.definition;
    std::vector<MeetingReferenceView>& references = kinds.back().references;
    if (&page != last) {
      references.push_back({{page.id, context.href(context.permalinks.reference(page))}, {}});
    }
    last = &page;
    const MentionPlace& mention = page.mentions[place.mention];
    const Record& record = context.site.records[mention.record];
    add_place(references.back().places, item_link(context, record, mention.item));
  }
  return kinds;
}

}  // namespace opsg::released
