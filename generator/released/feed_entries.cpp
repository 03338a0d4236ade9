#include "feed_entries.h"

#include <algorithm>
#include <string>
#include <utility>

#include "entry_view.h"
#include "html_url.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

constexpr int kHeadingLevel = 3;

/// When the meeting was over, as far as its record tells; else the start of its day in UTC.
UtcTime time_of(const Site& site, const Meeting& meeting) {
  const std::optional<TimeOfDay> time = meeting.end ? meeting.end : meeting.start;
  if (!time) return std::chrono::sys_days(meeting.date);
  const std::chrono::local_days day(std::chrono::sys_days(meeting.date).time_since_epoch());
  const auto of_day = std::chrono::hours(time->hour) + std::chrono::minutes(time->minute) +
                      std::chrono::seconds(time->second);
  return to_utc(day + of_day, site.config.time_zone);
}

FeedEntry entry_at_meeting(const PageContext& context, const Meeting& meeting,
                           const std::string& id, const std::string& place) {
  FeedEntry entry;
  entry.id = encoded_url(context.href(id));
  entry.url = encoded_url(context.href(place));
  entry.published = time_of(context.site, meeting);
  entry.updated = entry.published;
  return entry;
}

/// An agenda is no news of a meeting that was held.
const Record* leading_record(const Site& site, const Meeting& meeting) {
  const Record* leading = nullptr;
  for (const std::size_t index : meeting.records) {
    const Record& record = site.records[index];
    if (record.name == "headlines") return &record;
    if (record.name == "agenda") continue;
    if (leading == nullptr || (record.complete && !leading->complete)) leading = &record;
  }
  return leading;
}

/// The meeting that agreed the document made it final: that is its latest change.
UtcTime update_of(const Site& site, const Record& record, UtcTime published) {
  const Meeting* adopter = record.adopted ? site.find_meeting(*record.adopted) : nullptr;
  return adopter ? std::max(published, time_of(site, *adopter)) : published;
}

/// "raised", "updated, closed"
std::string kinds_of(const PageContext& context, const Register& reg, const RegisterEntry& entry,
                     std::size_t meeting) {
  std::vector<std::string> kinds;
  for (std::size_t step = 0; step < entry.history.size(); ++step) {
    if (entry.history[step].meeting != meeting) continue;
    std::string kind = ascii_lower(step_kind(context.site, reg, entry, step));
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
  }
  return joined(kinds);
}

SafeHtml fact_list(const PageContext& context, const RegisterDefinition& definition,
                   const Entry& said) {
  SafeHtml items;
  for (const FactView& fact : facts(context, definition, said.fields)) {
    items += SafeHtml(HtmlLiteral("<li>")) + SafeHtml::escape(fact.title + ": " + fact.text) +
             SafeHtml(HtmlLiteral("</li>\n"));
  }
  if (items.empty()) return items;
  return SafeHtml(HtmlLiteral("<ul>\n")) + items + SafeHtml(HtmlLiteral("</ul>\n"));
}

/// "OPSG 41_2501, item 3.1"
std::string place_text(const PageContext& context, const Meeting& meeting, const Item* item) {
  const std::string name = meeting_name(context.site, meeting);
  return item ? name + ", item " + item->number : name;
}

FeedEntry mention_entry(const PageContext& context, const ReferencePage& page,
                        const MentionPlace& at) {
  const Meeting& meeting = context.site.meetings[at.meeting];
  const Record& record = context.site.records[at.record];
  const Item* item = at.item == kNoItem ? nullptr : &record.items[at.item];
  const std::string place =
      item ? context.permalinks.place(record, item->anchor) : context.permalinks.record(record);
  const std::string id =
      context.permalinks.reference(page) + '#' + mention_anchor(context.site, at);
  FeedEntry entry = entry_at_meeting(context, meeting, id, place);
  entry.title = page.id + ": " + place_text(context, meeting, item);
  return entry;
}

SafeHtml paragraph(SafeHtml content) {
  return SafeHtml(HtmlLiteral("<p>")) + content + SafeHtml(HtmlLiteral("</p>\n"));
}

}  // namespace

std::optional<FeedEntry> meeting_entry(const PageContext& context, const Meeting& meeting) {
  const Record* record = leading_record(context.site, meeting);
  if (record == nullptr) return std::nullopt;
  const std::string path = context.permalinks.meeting(meeting);
  FeedEntry entry = entry_at_meeting(context, meeting, path, path);
  entry.updated = update_of(context.site, *record, entry.published);
  entry.title = meeting.title;
  if (record->name != "headlines") entry.title += ": " + ascii_lower(capitalised(record->name));
  PageScope scope{path, {}};
  entry.content = context.markdown.whole(*record, kHeadingLevel, scope);
  return entry;
}

std::vector<const RegisterEntry*> entries_of_meeting(const PageContext& context,
                                                     const Register& reg, std::size_t meeting) {
  std::vector<const RegisterEntry*> entries;
  for (const StepPlace& place : context.index.steps[meeting]) {
    if (place.reg != &reg) continue;
    if (entries.empty() || entries.back() != place.entry) entries.push_back(place.entry);
  }
  return entries;
}

FeedEntry step_entry(const PageContext& context, const Register& reg, const RegisterEntry& entry,
                     std::size_t meeting) {
  const Meeting& held = context.site.meetings[meeting];
  const std::string page = context.permalinks.entry(reg.definition, entry);
  FeedEntry news = entry_at_meeting(context, held, page + '#' + step_anchor(held), page);
  news.title = entry.id + ' ' + kinds_of(context, reg, entry, meeting);
  if (!entry.title.empty()) news.title += ": " + entry.title;
  PageScope scope{page, {}};
  for (const Step& step : entry.history) {
    if (step.meeting != meeting) continue;
    const Record& record = context.site.records[step.record];
    const Entry& said = context.site.entry(step);
    news.url = encoded_url(context.href(context.permalinks.place(record, said.anchor)));
    news.content += fact_list(context, reg.definition, said);
    news.content += context.markdown.blocks(record, said.prose, kHeadingLevel, scope);
  }
  if (news.content.empty()) news.content = paragraph(SafeHtml::escape(entry.title));
  return news;
}

std::vector<FeedEntry> mention_entries(const PageContext& context, const ReferencePage& page) {
  std::vector<FeedEntry> entries;
  PageScope scope{context.permalinks.reference(page), {}};
  for (const MentionPlace& at : page.mentions) {
    FeedEntry entry = mention_entry(context, page, at);
    const bool is_same = !entries.empty() && entries.back().id == entry.id;
    if (!is_same) {
      scope.expanded.clear();
      entries.push_back(std::move(entry));
    }
    entries.back().content += paragraph(context.markdown.text(at.excerpt, scope));
  }
  std::stable_sort(entries.begin(), entries.end(), [](const FeedEntry& a, const FeedEntry& b) {
    return a.published > b.published;
  });
  return entries;
}

}  // namespace opsg::released
