#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "safe_html.h"
#include "view_fields.h"

// Views like those of a committee's site, for the tests of the template engine.
namespace opsg::released {

struct OwnerView {
  std::string name;
  bool lead = false;

  static void describe(ViewFields<OwnerView>& field) {
    field("name", &OwnerView::name);
    field("lead", &OwnerView::lead);
  }
};

struct DateView {
  std::string iso;
  std::string text;

  static void describe(ViewFields<DateView>& field) {
    field("iso", &DateView::iso, "2020-10-26");
    field("text", &DateView::text, "26 October 2020");
  }
};

struct ActionView {
  std::string id;
  SafeHtml title;
  bool open = false;
  std::vector<OwnerView> owners;
  std::optional<DateView> target;
  int days_overdue = 0;

  static void describe(ViewFields<ActionView>& field) {
    field("id", &ActionView::id, "as the committee writes it");
    field("title", &ActionView::title);
    field("open", &ActionView::open);
    field("owners", &ActionView::owners);
    field("target", &ActionView::target);
    field("days_overdue", &ActionView::days_overdue);
  }
};

/// An agenda item holds items.
struct ItemView {
  std::string title;
  std::vector<ItemView> items;

  static void describe(ViewFields<ItemView>& field) {
    field("title", &ItemView::title);
    field("items", &ItemView::items);
  }
};

struct SiteView {
  std::string title;

  static void describe(ViewFields<SiteView>& field) { field("title", &SiteView::title); }
};

/// What every page has.
struct PageView {
  std::shared_ptr<const SiteView> site;
  std::string heading;
};

struct MeetingView : PageView {
  DateView date;
  SafeHtml summary;
  std::vector<ActionView> actions;
  std::vector<ItemView> agenda;
  std::vector<std::string> parties;
  std::vector<SafeHtml> notes;
  std::optional<std::string> place;
  std::optional<std::size_t> attendance;
  bool held = false;

  static void describe(ViewFields<MeetingView>& field) {
    field("site", &MeetingView::site);
    field("heading", &MeetingView::heading);
    field("date", &MeetingView::date);
    field("summary", &MeetingView::summary);
    field("actions", &MeetingView::actions);
    field("agenda", &MeetingView::agenda);
    field("parties", &MeetingView::parties);
    field("notes", &MeetingView::notes);
    field("place", &MeetingView::place);
    field("attendance", &MeetingView::attendance);
    field("held", &MeetingView::held);
  }
};

inline ActionView sample_action() {
  ActionView action;
  action.id = "OPSG 41/03";
  action.title = SafeHtml("The <b>DCC</b> to report");
  action.open = true;
  action.owners = {{"DCC", true}, {"SECAS", false}};
  action.target = DateView{"2020-11-23", "23 November 2020"};
  action.days_overdue = 12;
  return action;
}

inline MeetingView sample_meeting() {
  MeetingView meeting;
  meeting.site = std::make_shared<const SiteView>(SiteView{"Operations & <Group>"});
  meeting.heading = "Meeting 41";
  meeting.date = {"2021-01-25", "25 January 2021"};
  meeting.summary = SafeHtml("<p>Noted.</p>");
  meeting.actions = {sample_action()};
  meeting.agenda = {{"Welcome", {}}, {"Reports", {{"Incidents", {{"Major", {}}}}, {"Risks", {}}}}};
  meeting.parties = {"DCC", "R&D"};
  meeting.notes = {SafeHtml("<i>one</i>"), SafeHtml("<i>two</i>")};
  meeting.attendance = 7;
  meeting.held = true;
  return meeting;
}

}  // namespace opsg::released
