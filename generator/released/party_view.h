#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "log_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// What a party owns in one register.
struct OwnedView {
  std::string title;
  std::string href;
  std::vector<EntryRowView> rows;

  static void describe(ViewFields<OwnedView>& field) {
    field("title", &OwnedView::title, "the register's title");
    field("href", &OwnedView::href, "the register's page");
    field("rows", &OwnedView::rows, "open ones first");
  }
};

struct SponsoredView {
  LinkView meeting;
  std::string date;
  LinkView item;
  std::string title;

  static void describe(ViewFields<SponsoredView>& field) {
    field("meeting", &SponsoredView::meeting);
    field("date", &SponsoredView::date);
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
  std::vector<OwnedView> owned;
  std::vector<SponsoredView> items;
  bool has_items = false;

  static void describe(ViewFields<PartyView>& field) {
    field("page", &PartyView::page);
    field("name", &PartyView::name);
    field("title", &PartyView::title, "the name in full; may be empty");
    field("also", &PartyView::also, "its other names, with commas; may be empty");
    field("owned", &PartyView::owned);
    field("has_items", &PartyView::has_items);
    field("items", &PartyView::items, "the agenda items that it brought, latest first");
  }
};

PartyView make_party_view(const PageContext& context, const Party& party);

struct PartyRowView {
  LinkView link;
  std::string title;
  std::string also;

  static void describe(ViewFields<PartyRowView>& field) {
    field("link", &PartyRowView::link);
    field("title", &PartyRowView::title);
    field("also", &PartyRowView::also);
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
