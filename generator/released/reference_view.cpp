#include "reference_view.h"

#include <set>

#include "html_url.h"
#include "view_text.h"

namespace opsg::released {
namespace {

MentionView mention_view(const PageContext& context, const MentionPlace& place, PageScope& scope) {
  const Meeting& meeting = context.site.meetings[place.meeting];
  const Record& record = context.site.records[place.record];
  MentionView view;
  view.anchor = mention_anchor(context.site, place);
  view.meeting = meeting_link(context, meeting);
  view.date = long_date(meeting.date);
  view.iso_date = iso_date(meeting.date);
  view.item = item_link(context, record, place.item);
  if (place.item != kNoItem) view.item_title = record.items[place.item].title;
  view.excerpt = context.markdown.text(place.excerpt, scope);
  return view;
}

std::string mentions_summary(const Site& site, const std::vector<MentionPlace>& mentions) {
  if (mentions.empty()) return {};
  std::set<std::size_t> meetings;
  for (const MentionPlace& place : mentions) meetings.insert(place.meeting);
  const std::string first = long_date(site.meetings[*meetings.begin()].date);
  const std::string last = long_date(site.meetings[*meetings.rbegin()].date);
  std::string text = counted(mentions.size(), "mention", "mentions") + " at " +
                     counted(meetings.size(), "meeting", "meetings");
  return text + (meetings.size() == 1 ? ", on " + first : ", from " + first + " to " + last);
}

}  // namespace

ReferenceView make_reference_view(const PageContext& context, std::size_t reference) {
  const ReferencePage& page = context.site.references[reference];
  PageScope scope{context.permalinks.reference(page), {}};
  ReferenceView view;
  view.page = page_frame(context, scope.path, page.id);
  view.id = page.id;
  view.kind = reference_title(context.site, page.definition);
  if (page.link && is_safe_absolute_url(*page.link)) view.link = *page.link;
  view.summary = mentions_summary(context.site, page.mentions);
  for (auto place = page.mentions.rbegin(); place != page.mentions.rend(); ++place) {
    view.mentions.push_back(mention_view(context, *place, scope));
  }
  keep_first_anchors(view.mentions);
  return view;
}

ReferencesView make_references_view(const PageContext& context) {
  ReferencesView view;
  view.page = page_frame(context, "references/", "References");
  std::string definition;
  for (const ReferencePage& page : context.site.references) {
    if (view.kinds.empty() || page.definition != definition) {
      view.kinds.push_back({reference_title(context.site, page.definition), {}});
    }
    definition = page.definition;
    const std::string href = context.href(context.permalinks.reference(page));
    view.kinds.back().references.push_back({{page.id, href}, page.mentions.size()});
  }
  return view;
}

}  // namespace opsg::released
