#include "site_feeds.h"

#include <algorithm>
#include <iterator>

#include "atom.h"
#include "feed_entries.h"
#include "html_url.h"
#include "json_feed.h"

namespace opsg::released {
namespace {

/// Bounds the feeds that grow with the site; the pages have everything.
constexpr std::size_t kMostMeetings = 30;
constexpr std::size_t kMostSteps = 100;

/// The frame that all feeds share. `name`: what the site's title is followed by.
Feed feed_of(const PageContext& context, const std::string& name, const std::string& page) {
  Feed feed;
  feed.title = context.site.config.title + ": " + name;
  feed.page_url = encoded_url(context.href(page));
  feed.author = context.site.config.title;
  feed.rights = context.site_view->banner.handling;
  feed.language = context.site.config.language;
  return feed;
}

RenderedFile atom_file(const PageContext& context, const Feed& feed, const std::string& page) {
  const std::string path = atom_path(page);
  return {path, atom_document(feed, encoded_url(context.href(path)))};
}

std::vector<RenderedFile> both_files(const PageContext& context, const Feed& feed,
                                     const std::string& page) {
  const std::string path = json_feed_path(page);
  return {atom_file(context, feed, page),
          {path, json_feed_document(feed, encoded_url(context.href(path)))}};
}

std::vector<std::string> both_paths(const std::string& page) {
  return {atom_path(page), json_feed_path(page)};
}

std::vector<RenderedFile> headlines_files(const PageContext& context) {
  Feed feed = feed_of(context, "headlines", "");
  feed.subtitle = context.site.config.description;
  const std::vector<Meeting>& meetings = context.site.meetings;
  for (auto meeting = meetings.rbegin(); meeting != meetings.rend(); ++meeting) {
    if (feed.entries.size() == kMostMeetings) break;
    if (auto entry = meeting_entry(context, *meeting)) feed.entries.push_back(std::move(*entry));
  }
  return both_files(context, feed, "");
}

std::vector<RenderedFile> register_files(const PageContext& context, const Register& reg) {
  const std::string page = context.permalinks.register_index(reg.definition);
  Feed feed = feed_of(context, reg.definition.title, page);
  for (std::size_t meeting = context.site.meetings.size(); meeting-- > 0;) {
    for (const RegisterEntry* entry : entries_of_meeting(context, reg, meeting)) {
      if (feed.entries.size() == kMostSteps) break;
      feed.entries.push_back(step_entry(context, reg, *entry, meeting));
    }
  }
  return both_files(context, feed, page);
}

std::vector<RenderedFile> entry_files(const PageContext& context, const Register& reg,
                                      const RegisterEntry& entry) {
  const std::string page = context.permalinks.entry(reg.definition, entry);
  Feed feed = feed_of(context, entry.id, page);
  feed.subtitle = entry.title;
  for (auto step = entry.history.rbegin(); step != entry.history.rend(); ++step) {
    const bool is_same =
        step != entry.history.rbegin() && std::prev(step)->meeting == step->meeting;
    if (!is_same) feed.entries.push_back(step_entry(context, reg, entry, step->meeting));
  }
  return {atom_file(context, feed, page)};
}

std::vector<RenderedFile> reference_files(const PageContext& context, const ReferencePage& page) {
  const std::string path = context.permalinks.reference(page);
  Feed feed = feed_of(context, page.id, path);
  feed.entries = mention_entries(context, page);
  return {atom_file(context, feed, path)};
}

}  // namespace

std::vector<PlannedFiles> plan_feeds(const PageContext& context) {
  std::vector<PlannedFiles> plan = {{both_paths(""), headlines_files}};
  const Permalinks& links = context.permalinks;
  for (const Register& reg : context.site.registers) {
    if (!has_feeds(reg.definition)) continue;
    plan.push_back({both_paths(links.register_index(reg.definition)),
                    [&reg](const PageContext& at) { return register_files(at, reg); }});
    for (const RegisterEntry& entry : reg.entries) {
      plan.push_back(
          {{atom_path(links.entry_page(reg.definition, entry))},
           [&reg, &entry](const PageContext& at) { return entry_files(at, reg, entry); }});
    }
  }
  for (const ReferencePage& page : context.site.references) {
    plan.push_back({{atom_path(links.reference(page))},
                    [&page](const PageContext& at) { return reference_files(at, page); }});
  }
  return plan;
}

bool has_feeds(const RegisterDefinition& definition) {
  return definition.key_fields.empty();
}

std::string atom_path(const std::string& path) {
  return path + "feed.xml";
}

std::string json_feed_path(const std::string& path) {
  return path + "feed.json";
}

}  // namespace opsg::released
