#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "log_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

struct MentionView {
  std::string anchor;
  LinkView meeting;
  std::string date;
  std::string iso_date;
  LinkView item;
  std::string item_title;
  SafeHtml excerpt;

  static void describe(ViewFields<MentionView>& field) {
    field("anchor", &MentionView::anchor,
          "the id by which feeds know the item's mentions; on the first of them alone");
    field("meeting", &MentionView::meeting);
    field("date", &MentionView::date);
    field("iso_date", &MentionView::iso_date);
    field("item", &MentionView::item, "the item's number and place");
    field("item_title", &MentionView::item_title);
    field("excerpt", &MentionView::excerpt);
  }
};

struct ReferenceView {
  static constexpr std::string_view kTemplate = "reference.html";

  PageView page;
  std::string id;
  std::string kind;
  std::string link;
  std::string summary;
  std::vector<MentionView> mentions;

  static void describe(ViewFields<ReferenceView>& field) {
    field("page", &ReferenceView::page);
    field("id", &ReferenceView::id);
    field("kind", &ReferenceView::kind, "Modification, Incident, ...");
    field("link", &ReferenceView::link, "where more is said of it; may be empty");
    field("summary", &ReferenceView::summary, "how often it was mentioned, first and last");
    field("mentions", &ReferenceView::mentions, "latest first");
  }
};

/// `reference`: index into the site's references.
ReferenceView make_reference_view(const PageContext& context, std::size_t reference);

struct ReferenceRowView {
  LinkView link;
  std::size_t mentions = 0;

  static void describe(ViewFields<ReferenceRowView>& field) {
    field("link", &ReferenceRowView::link);
    field("mentions", &ReferenceRowView::mentions);
  }
};

struct ReferenceKindView {
  std::string title;
  std::vector<ReferenceRowView> references;

  static void describe(ViewFields<ReferenceKindView>& field) {
    field("title", &ReferenceKindView::title);
    field("references", &ReferenceKindView::references);
  }
};

struct ReferencesView {
  static constexpr std::string_view kTemplate = "references.html";

  PageView page;
  std::vector<ReferenceKindView> kinds;

  static void describe(ViewFields<ReferencesView>& field) {
    field("page", &ReferencesView::page);
    field("kinds", &ReferencesView::kinds, "those that are mentioned anywhere");
  }
};

ReferencesView make_references_view(const PageContext& context);

}  // namespace opsg::released
