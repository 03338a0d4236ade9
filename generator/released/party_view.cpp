#include "party_view.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "entry_address.h"
#include "entry_series.h"
#include "register_shape.h"
#include "series_view.h"
#include "view_text.h"

namespace opsg::released {
namespace {

using Entries = std::vector<const RegisterEntry*>;

Entries entries_of(const PageContext& context, const Party& party, const Register& reg) {
  Entries entries;
  const auto owned = context.index.owned.find(party.name);
  if (owned == context.index.owned.end()) return entries;
  for (const EntryPlace& place : owned->second) {
    if (place.reg == &reg) entries.push_back(place.entry);
  }
  return entries;
}

std::vector<EntryRowView> rows_of(const PageContext& context, const Register& reg,
                                  const Entries& entries) {
  std::vector<EntryRowView> rows;
  for (const RegisterEntry* entry : entries) rows.push_back(entry_row(context, reg, *entry));
  return rows;
}

std::string days_or_nothing(int days) {
  return days > 0 ? days_text(days) : std::string();
}

void add_totals(OwedView& view, const Entries& open) {
  int days_overdue = 0, slippage = 0, oldest = 0;
  for (const RegisterEntry* entry : open) {
    days_overdue += entry->days_overdue;
    slippage += entry->slippage_days;
    oldest = std::max(oldest, entry->age_days);
    if (is_overdue(*entry)) ++view.overdue;
    if (!entry->target()) ++view.undated;
  }
  view.open = open.size();
  view.days_overdue = days_or_nothing(days_overdue);
  view.slippage = days_or_nothing(slippage);
  view.oldest = days_or_nothing(oldest);
}

OwedView owed_view(const PageContext& context, const Party& party, const Register& reg,
                   Entries open) {
  const auto middle = std::stable_partition(open.begin(), open.end(),
                                            [](const auto* entry) { return !entry->closed; });
  Entries closed(std::make_reverse_iterator(open.end()), std::make_reverse_iterator(middle));
  open.erase(middle, open.end());
  std::stable_sort(open.begin(), open.end(),
                   [](const auto* a, const auto* b) { return is_more_urgent(*a, *b); });
  OwedView view;
  view.title = reg.definition.title;
  view.href = context.href(context.permalinks.register_index(reg.definition) +
                           owner_path(context, party.name));
  add_totals(view, open);
  view.caption = std::to_string(open.size()) + " open, longest overdue first";
  view.rows = rows_of(context, reg, open);
  view.closed = rows_of(context, reg, closed);
  view.has_closed = !view.closed.empty();
  return view;
}

ProvidedView provided_view(const PageContext& context, const Register& reg,
                           const Entries& entries) {
  const std::set<const RegisterEntry*> owned(entries.begin(), entries.end());
  ProvidedView view;
  view.title = reg.definition.title;
  view.href = context.href(context.permalinks.register_index(reg.definition));
  for (const EntrySeries& series : entry_series(reg)) {
    const RegisterEntry& latest = reg.entries[series.entries.back()];
    if (!owned.contains(&latest)) continue;
    view.rows.push_back({{series_name(reg, series),
                          context.href(context.permalinks.entry_page(reg.definition, latest))},
                         latest.title,
                         period_view(context, latest)});
  }
  return view;
}

void add_registers(PartyView& view, const PageContext& context, const Party& party) {
  for (const Register& reg : context.site.registers) {
    const Entries entries = entries_of(context, party, reg);
    if (entries.empty()) continue;
    view.has_entries = true;
    if (shape_of(reg.definition) == RegisterShape::log) {
      view.owed.push_back(owed_view(context, party, reg, entries));
    } else if (has_series(reg.definition)) {
      view.provided.push_back(provided_view(context, reg, entries));
    } else {
      view.owned.push_back({reg.definition.title,
                            context.href(context.permalinks.register_index(reg.definition)),
                            rows_of(context, reg, entries)});
    }
  }
}

std::vector<SponsoredView> sponsored_views(const PageContext& context, const Party& party) {
  std::vector<SponsoredView> views;
  const auto sponsored = context.index.sponsored.find(party.name);
  if (sponsored == context.index.sponsored.end()) return views;
  for (const ItemPlace& place : sponsored->second) {
    const Record& record = context.site.records[place.record];
    const Meeting& meeting = context.site.meetings[context.index.meetings.at(record.meeting)];
    views.push_back({meeting_link(context, meeting), long_date(meeting.date),
                     iso_date(meeting.date), item_link(context, record, place.item),
                     record.items[place.item].title});
  }
  return views;
}

PartyRowView party_row(const PageContext& context, const Party& party) {
  PartyRowView row;
  row.link = {party.name, context.href(context.permalinks.party(party))};
  row.title = party.title;
  row.also = joined(party.also);
  for (const Register& reg : context.site.registers) {
    if (reg.definition.states.empty()) continue;
    for (const RegisterEntry* entry : entries_of(context, party, reg)) {
      if (!entry->closed) ++row.open;
      if (is_overdue(*entry)) ++row.overdue;
    }
  }
  return row;
}

}  // namespace

PartyView make_party_view(const PageContext& context, const Party& party) {
  PartyView view;
  view.page = page_frame(context, context.permalinks.party(party), party.name);
  view.name = party.name;
  view.title = party.title;
  view.also = joined(party.also);
  add_registers(view, context, party);
  view.items = sponsored_views(context, party);
  view.has_items = !view.items.empty();
  return view;
}

PartiesView make_parties_view(const PageContext& context) {
  PartiesView view;
  view.page = page_frame(context, "parties/", "Parties");
  if (!context.site.vocabulary) return view;
  for (const Party& party : context.site.vocabulary->parties()) {
    view.parties.push_back(party_row(context, party));
  }
  return view;
}

}  // namespace opsg::released
