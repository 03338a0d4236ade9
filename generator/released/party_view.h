#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "log_view.h"
#include "measure_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// What a party owes in one register with states.
struct OwedView {
  std::string title;
  std::string href;
  std::size_t open = 0;
  std::size_t overdue = 0;
  std::size_t undated = 0;
  std::string days_overdue;
  std::string slippage;
  std::string oldest;
  std::string caption;
  std::vector<EntryRowView> rows;
  std::vector<EntryRowView> closed;
  bool has_closed = false;

  static void describe(ViewFields<OwedView>& field) {
    field("title", &OwedView::title, "the register's title");
    field("href", &OwedView::href, "the page of the register that shows what the party owns");
    field("open", &OwedView::open, "how many are open");
    field("overdue", &OwedView::overdue, "of the open ones");
    field("undated", &OwedView::undated, "of the open ones, those that have no target date");
    field("days_overdue", &OwedView::days_overdue, "12 days, of all together; may be empty");
    field("slippage", &OwedView::slippage, "12 days, of all open ones together; may be empty");
    field("oldest", &OwedView::oldest, "91 days: how long the oldest has been open; may be empty");
    field("caption", &OwedView::caption, "3 open, the longest overdue first");
    field("rows", &OwedView::rows, "the open ones: the longest overdue first, then the oldest");
    field("closed", &OwedView::closed, "the latest first");
    field("has_closed", &OwedView::has_closed);
  }
};

/// What a party owns in another register: risks.
struct OwnedView {
  std::string title;
  std::string href;
  std::vector<EntryRowView> rows;

  static void describe(ViewFields<OwnedView>& field) {
    field("title", &OwnedView::title, "the register's title");
    field("href", &OwnedView::href, "the register's page");
    field("rows", &OwnedView::rows);
  }
};

/// A measure that the party provides, at its latest period.
struct ProvidedRowView {
  LinkView link;
  std::string title;
  PeriodView latest;

  static void describe(ViewFields<ProvidedRowView>& field) {
    field("link", &ProvidedRowView::link);
    field("title", &ProvidedRowView::title);
    field("latest", &ProvidedRowView::latest);
  }
};

struct ProvidedView {
  std::string title;
  std::string href;
  std::vector<ProvidedRowView> rows;

  static void describe(ViewFields<ProvidedView>& field) {
    field("title", &ProvidedView::title, "the register's title");
    field("href", &ProvidedView::href, "the register's page");
    field("rows", &ProvidedView::rows);
  }
};

struct SponsoredView {
  LinkView meeting;
  std::string date;
  std::string iso_date;
  LinkView item;
  std::string title;

  static void describe(ViewFields<SponsoredView>& field) {
    field("meeting", &SponsoredView::meeting);
    field("date", &SponsoredView::date);
    field("iso_date", &SponsoredView::iso_date);
    field("item", &SponsoredView::item);
    field("title", &SponsoredView::title);
  }
};

struct PartyView {
  static constexpr std::string_view kTemplate = "party.html";

  PageView page;
  std::string name;
  std::string title;
  std::string also;
  std::vector<OwedView> owed;
  std::vector<OwnedView> owned;
  std::vector<ProvidedView> provided;
  bool has_entries = false;
  std::vector<SponsoredView> items;
  bool has_items = false;

  static void describe(ViewFields<PartyView>& field) {
    field("page", &PartyView::page);
    field("name", &PartyView::name);
    field("title", &PartyView::title, "the name in full; may be empty");
    field("also", &PartyView::also, "its other names, with commas; may be empty");
    field("owed", &PartyView::owed, "registers with states, where it owns anything");
    field("owned", &PartyView::owned, "other registers, where it owns anything");
    field("provided", &PartyView::provided, "registers of measures that it provides");
    field("has_entries", &PartyView::has_entries, "any of the three holds something");
    field("has_items", &PartyView::has_items);
    field("items", &PartyView::items, "the agenda items that it brought, latest first");
  }
};

PartyView make_party_view(const PageContext& context, const Party& party);

struct PartyRowView {
  LinkView link;
  std::string title;
  std::string also;
  std::size_t open = 0;
  std::size_t overdue = 0;

  static void describe(ViewFields<PartyRowView>& field) {
    field("link", &PartyRowView::link);
    field("title", &PartyRowView::title);
    field("also", &PartyRowView::also);
    field("open", &PartyRowView::open, "how many open entries it owns in registers with states");
    field("overdue", &PartyRowView::overdue, "of the open ones");
  }
};

struct PartiesView {
  static constexpr std::string_view kTemplate = "parties.html";

  PageView page;
  std::vector<PartyRowView> parties;

  static void describe(ViewFields<PartiesView>& field) {
    field("page", &PartiesView::page);
    field("parties", &PartiesView::parties);
  }
};

PartiesView make_parties_view(const PageContext& context);

}  // namespace opsg::released
