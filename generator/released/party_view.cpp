#include "party_view.h"

#include <algorithm>

#include "entry_address.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// Registers of series are left out: a party's measures fill pages of their own.
std::vector<OwnedView> owned_views(const PageContext& context, const Party& party) {
  std::vector<OwnedView> views;
  const auto owned = context.index.owned.find(party.name);
  if (owned == context.index.owned.end()) return views;
  for (const Register& reg : context.site.registers) {
    if (has_series(reg.definition)) continue;
    OwnedView view{
        reg.definition.title, context.href(context.permalinks.register_index(reg.definition)), {}};
    for (const EntryPlace& place : owned->second) {
      if (place.reg == &reg) view.rows.push_back(entry_row(context, reg, *place.entry));
    }
    std::stable_partition(view.rows.begin(), view.rows.end(),
                          [](const EntryRowView& row) { return !row.closed; });
    if (!view.rows.empty()) views.push_back(std::move(view));
  }
  return views;
}

std::vector<SponsoredView> sponsored_views(const PageContext& context, const Party& party) {
  std::vector<SponsoredView> views;
  const auto sponsored = context.index.sponsored.find(party.name);
  if (sponsored == context.index.sponsored.end()) return views;
  for (const ItemPlace& place : sponsored->second) {
    const Record& record = context.site.records[place.record];
    const Meeting& meeting = context.site.meetings[context.index.meetings.at(record.meeting)];
    views.push_back({meeting_link(context, meeting), long_date(meeting.date),
                     item_link(context, record, place.item), record.items[place.item].title});
  }
  return views;
}

}  // namespace

PartyView make_party_view(const PageContext& context, const Party& party) {
  PartyView view;
  view.page = page_frame(context, context.permalinks.party(party), party.name);
  view.name = party.name;
  view.title = party.title;
  view.also = joined(party.also);
  view.owned = owned_views(context, party);
  view.items = sponsored_views(context, party);
  view.has_items = !view.items.empty();
  return view;
}

PartiesView make_parties_view(const PageContext& context) {
  PartiesView view;
  view.page = page_frame(context, "parties/", "Parties");
  if (!context.site.vocabulary) return view;
  for (const Party& party : context.site.vocabulary->parties()) {
    view.parties.push_back({{party.name, context.href(context.permalinks.party(party))},
                            party.title,
                            joined(party.also)});
  }
  return view;
}

}  // namespace opsg::released
