#include "search_catalogue.h"

#include <fmt/format.h>

#include <algorithm>

namespace opsg::released {
namespace {

/// Keeps the list sorted, and each of its texts once.
void insert(std::vector<std::string>& list, std::string text) {
  const auto at = std::lower_bound(list.begin(), list.end(), text);
  if (at == list.end() || *at != text) list.insert(at, std::move(text));
}

void add_year(PageSearchView& page, Date date) {
  insert(page.years, fmt::format("{:04}", static_cast<int>(date.year())));
}

void add_owners(PageSearchView& page, const RegisterEntry& entry) {
  for (const Field& field : entry.present) {
    const auto* parties = std::get_if<PartyNames>(&field.value);
    if (!parties) continue;
    for (const std::string& name : parties->names) insert(page.owners, name);
  }
}

}  // namespace

SearchCatalogue::SearchCatalogue(const Site& site, const Permalinks& permalinks) {
  if (!site.config.search) return;
  add_meetings(site, permalinks);
  add_entries(site, permalinks);
  add("decisions/", "Decisions");
  add_references(site, permalinks);
  add_parties(site, permalinks);
  add_text_pages(site, permalinks);
}

const PageSearchView& SearchCatalogue::of(std::string_view path) const {
  static const PageSearchView kNotIndexed;
  const auto page = pages_.find(path);
  return page == pages_.end() ? kNotIndexed : page->second;
}

void SearchCatalogue::add_meetings(const Site& site, const Permalinks& permalinks) {
  for (const Meeting& meeting : site.meetings) {
    add_year(add(permalinks.meeting(meeting), "Meetings"), meeting.date);
  }
}

void SearchCatalogue::add_entries(const Site& site, const Permalinks& permalinks) {
  for (const Register& reg : site.registers) {
    for (const RegisterEntry& entry : reg.entries) {
      PageSearchView& page =
          add(permalinks.entry_page(reg.definition, entry), reg.definition.title);
      page.title = entry.title.empty() ? entry.id : entry.id + ": " + entry.title;
      for (const Step& step : entry.history) add_year(page, site.meeting(step).date);
      add_owners(page, entry);
    }
  }
}

void SearchCatalogue::add_references(const Site& site, const Permalinks& permalinks) {
  for (const ReferencePage& reference : site.references) {
    PageSearchView& page = add(permalinks.reference(reference), "References");
    for (const MentionPlace& mention : reference.mentions) {
      add_year(page, site.meetings[mention.meeting].date);
    }
  }
}

void SearchCatalogue::add_parties(const Site& site, const Permalinks& permalinks) {
  if (!site.vocabulary) return;
  for (const Party& party : site.vocabulary->parties()) {
    add(permalinks.party(party), "Parties").owners = {party.name};
  }
}

void SearchCatalogue::add_text_pages(const Site& site, const Permalinks& permalinks) {
  for (const std::size_t i : site.pages) add(permalinks.record(site.records[i]), "Pages");
  add("glossary/", "Pages");
  add("policy/", "Pages");
}

PageSearchView& SearchCatalogue::add(const std::string& path, std::string_view kind) {
  PageSearchView& page = pages_[path];
  page.indexed = true;
  page.kind = kind;
  return page;
}

}  // namespace opsg::released
