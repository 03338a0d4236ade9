#include "page_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "entry_address.h"
#include "markdown_blocks.h"
#include "site_feeds.h"
#include "summary_text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// What search engines show of a description.
constexpr std::size_t kLongestDescription = 200;

using Pages = std::map<std::string, PageFacts, std::less<>>;

class PageFactsMaker {
 public:
  PageFactsMaker(const Site& site, const Permalinks& permalinks, const SiteIndex& index)
      : site_(site), permalinks_(permalinks), index_(index) {}

  Pages make() {
    for (std::size_t i = 0; i < site_.meetings.size(); ++i) add_meeting(i);
    for (const Register& reg : site_.registers) add_register(reg);
    for (const ReferencePage& page : site_.references) add_reference(page);
    if (site_.vocabulary) {
      for (const Party& party : site_.vocabulary->parties()) add_party(party);
    }
    for (const std::size_t page : site_.pages) {
      const Record& record = site_.records[page];
      add(permalinks_.record(record), first_paragraph(record));
    }
    add_indexes();
    return std::move(pages_);
  }

 private:
  PageFacts& add(std::string path, std::string_view description) {
    PageFacts& facts = pages_[path];
    facts.feed_page = std::move(path);
    facts.description = first_sentences(description, kLongestDescription);
    return facts;
  }

  /// A meeting that is still to come has changed nothing yet.
  void draw_on(std::optional<Date>& updated, std::size_t meeting) const {
    const Date date = site_.meetings[meeting].date;
    if (site_.as_of && date <= *site_.as_of) updated = std::max(updated, std::optional(date));
  }

  void add_meeting(std::size_t index) {
    const Meeting& meeting = site_.meetings[index];
    std::string text = long_date(meeting.date) + '.';
    if (!meeting.records.empty()) {
      text += ' ' + first_paragraph(site_.records[meeting.records.front()]);
    }
    draw_on(add(permalinks_.meeting(meeting), text).updated, index);
    draw_on(meetings_, index);
  }

  void add_register(const Register& reg) {
    std::optional<Date> updated;
    std::size_t open = 0;
    for (const RegisterEntry& entry : reg.entries) {
      const std::optional<Date> last = add_entry(reg, entry);
      updated = std::max(updated, last);
      if (!entry.closed) ++open;
    }
    std::string text = fmt::format("{}: {}", reg.definition.title,
                                   counted(reg.entries.size(), "entry", "entries"));
    if (!reg.definition.states.empty()) text += fmt::format(", {} open", open);
    PageFacts& facts = add(permalinks_.register_index(reg.definition), text + '.');
    facts.updated = updated;
    if (!has_feeds(reg.definition)) return;
    facts.feed_title = reg.definition.title;
    facts.has_json_feed = true;
  }

  std::optional<Date> add_entry(const Register& reg, const RegisterEntry& entry) {
    std::optional<Date> updated;
    for (const Step& step : entry.history) draw_on(updated, step.meeting);
    const std::string& name = has_series(reg.definition) ? entry.id : entry.key;
    PageFacts& facts = add(permalinks_.entry_page(reg.definition, entry),
                           entry.title.empty() ? name : name + ": " + entry.title);
    facts.updated = std::max(facts.updated, updated);
    if (has_feeds(reg.definition)) facts.feed_title = entry.id;
    return updated;
  }

  void add_reference(const ReferencePage& page) {
    std::string text = page.id;
    if (!page.mentions.empty()) text += ": " + page.mentions.back().excerpt;
    PageFacts& facts = add(permalinks_.reference(page), text);
    facts.feed_title = page.id;
    for (const MentionPlace& at : page.mentions) draw_on(facts.updated, at.meeting);
    references_ = std::max(references_, facts.updated);
  }

  void add_party(const Party& party) {
    PageFacts& facts = add(permalinks_.party(party),
                           party.title.empty() ? party.name : party.name + ": " + party.title);
    if (const auto owned = index_.owned.find(party.name); owned != index_.owned.end()) {
      for (const EntryPlace& place : owned->second) {
        for (const Step& step : place.entry->history) draw_on(facts.updated, step.meeting);
      }
    }
    if (const auto items = index_.sponsored.find(party.name); items != index_.sponsored.end()) {
      for (const ItemPlace& place : items->second) {
        const auto meeting = index_.meetings.find(site_.records[place.record].meeting);
        if (meeting != index_.meetings.end()) draw_on(facts.updated, meeting->second);
      }
    }
    parties_ = std::max(parties_, facts.updated);
  }

  void add_indexes() {
    std::optional<Date> decided;
    for (const DecisionPlace& place : site_.decisions) draw_on(decided, place.meeting);
    add("", site_.config.description).updated = meetings_;
    add("meetings/", "").updated = meetings_;
    add("data/", "").updated = meetings_;
    add("decisions/", "").updated = decided;
    add("references/", "").updated = references_;
    add("parties/", "").updated = parties_;
  }

  const Site& site_;
  const Permalinks& permalinks_;
  const SiteIndex& index_;
  Pages pages_;
  std::optional<Date> meetings_;
  std::optional<Date> references_;
  std::optional<Date> parties_;
};

}  // namespace

PageFactsIndex::PageFactsIndex(const Site& site, const Permalinks& permalinks,
                               const SiteIndex& index)
    : pages_(PageFactsMaker(site, permalinks, index).make()) {}

const PageFacts& PageFactsIndex::of(std::string_view path) const {
  if (const auto found = pages_.find(path); found != pages_.end()) return found->second;
  while (!path.empty()) {
    path = path.substr(0, path.size() - 1);
    path = path.substr(0, path.rfind('/') + 1);
    if (path.empty()) break;
    if (const auto found = pages_.find(path); found != pages_.end()) return found->second;
  }
  return nothing_;
}

}  // namespace opsg::released
