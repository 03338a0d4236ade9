#include "review_view.h"

#include <algorithm>
#include <map>
#include <set>

#include "rating_charts.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// The entries that share the values of the key fields.
struct Release {
  std::string title;
  std::vector<const RegisterEntry*> entries;
  std::set<std::size_t> meetings;  ///< Indices into Site::meetings.
};

std::string release_title(const Register& reg, const RegisterEntry& entry) {
  std::string title;
  for (const std::string& name : reg.definition.key_fields) {
    const Field* field = entry.find(name);
    if (field == nullptr) continue;
    title += title.empty() ? "" : " · ";
    title += field_text(*field);
  }
  return title;
}

std::vector<Release> releases_of(const Register& reg) {
  std::map<std::string, Release> by_title;
  for (const RegisterEntry& entry : reg.entries) {
    const std::string title = release_title(reg, entry);
    Release& release = by_title[ascii_lower(title)];
    release.title = title;
    release.entries.push_back(&entry);
    for (const Step& step : entry.history) release.meetings.insert(step.meeting);
  }
  std::vector<Release> releases;
  for (auto& [key, release] : by_title) releases.push_back(std::move(release));
  std::stable_sort(releases.begin(), releases.end(), [](const Release& a, const Release& b) {
    return *a.meetings.rbegin() > *b.meetings.rbegin();
  });
  return releases;
}

RatingView rating_at(const PageContext& context, const RegisterEntry& entry, std::size_t meeting) {
  RatingView view;
  for (const Step& step : entry.history) {
    if (step.meeting != meeting) continue;
    const Entry& said = entry_at(context.site, step);
    for (const Field& field : said.fields) {
      const auto* rag = std::get_if<Rag>(&field.value);
      if (rag == nullptr) continue;
      const Record& record = context.site.records[step.record];
      view.text = rag_name(*rag);
      view.rag = ascii_lower(view.text);
      view.href = context.href(context.permalinks.place(record, said.anchor));
    }
  }
  return view;
}

ReleaseView release_view(const PageContext& context, const Register& reg, const Release& release,
                         std::set<std::string>& anchors) {
  ReleaseView view;
  view.title = release.title;
  for (const std::size_t meeting : release.meetings) {
    view.meetings.push_back(meeting_link(context, context.site.meetings[meeting]));
  }
  for (const RegisterEntry* entry : release.entries) {
    CriterionView criterion;
    criterion.id = entry->id;
    criterion.href = context.href(context.permalinks.entry(reg.definition, *entry));
    criterion.title = entry->title;
    if (anchors.insert(slugify(entry->id)).second) criterion.anchor = slugify(entry->id);
    for (const std::size_t meeting : release.meetings) {
      criterion.ratings.push_back(rating_at(context, *entry, meeting));
    }
    view.criteria.push_back(std::move(criterion));
  }
  return view;
}

}  // namespace

ReviewView make_review_view(const PageContext& context, const Register& reg) {
  ReviewView view;
  view.page =
      page_frame(context, context.permalinks.register_index(reg.definition), reg.definition.title);
  std::set<std::string> anchors;
  for (const Release& release : releases_of(reg)) {
    view.releases.push_back(release_view(context, reg, release, anchors));
    view.releases.back().chart =
        rating_chart(context.site, release.entries, release.meetings, view.releases.size());
  }
  return view;
}

}  // namespace opsg::released
