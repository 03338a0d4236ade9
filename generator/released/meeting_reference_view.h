#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// Something that the meeting's records mention, and where.
struct MeetingReferenceView {
  LinkView link;
  std::vector<LinkView> places;

  static void describe(ViewFields<MeetingReferenceView>& field) {
    field("link", &MeetingReferenceView::link, "its page");
    field("places", &MeetingReferenceView::places,
          "each item that mentions it, by its number; the text is empty outside all items");
  }
};

struct MeetingReferencesView {
  std::string title;
  std::vector<MeetingReferenceView> references;

  static void describe(ViewFields<MeetingReferencesView>& field) {
    field("title", &MeetingReferencesView::title, "Modification, Incident, ...");
    field("references", &MeetingReferencesView::references);
  }
};

/// By kind, in the order of site.toml.
std::vector<MeetingReferencesView> meeting_references(const PageContext& context,
                                                      std::size_t meeting);

}  // namespace opsg::released
