#include "anchors.h"

#include <algorithm>
#include <utility>

#include "text.h"

namespace opsg::released {
namespace {

bool ask_for_the_same(const std::vector<const Record*>& records) {
  if (records.size() < 2) return false;
  std::vector<std::string_view> ids;
  for (const Record* record : records) {
    const auto own = record->ids.all();
    ids.insert(ids.end(), own.begin(), own.end());
  }
  std::sort(ids.begin(), ids.end());
  return std::adjacent_find(ids.begin(), ids.end()) != ids.end();
}

}  // namespace

std::string page_path(const Record& record) {
  if (!record.meeting.empty()) return "meetings/" + record.meeting + '/';
  const std::string slug = slugify(record.name);
  return (slug.empty() ? "page" : slug) + '/';
}

std::string page_anchor(const Record& record, std::string_view anchor) {
  return id_prefix(record).append(anchor);
}

Anchors::Anchors(const Site& site) {
  for (const Meeting& meeting : site.meetings) of_pages_["meetings/" + meeting.slug + '/'];
  for (const Record& record : site.records) of_pages_[page_path(record)].push_back(&record);
  for (const auto& [path, records] : of_pages_) {
    if (ask_for_the_same(records)) tell_apart(records);
  }
}

void Anchors::tell_apart(const Records& records) {
  std::vector<BlockIds> named = name_blocks(records);
  for (std::size_t i = 0; i < records.size(); ++i) {
    told_apart_.emplace(records[i], std::move(named[i]));
  }
}

const BlockIds& Anchors::of(const Record& record) const {
  const auto other = told_apart_.find(&record);
  return other == told_apart_.end() ? record.ids : other->second;
}

std::optional<std::string> Anchors::find(const Record& record, std::string_view written) const {
  std::string id = page_anchor(record, written);
  if (!is_on_page(page_path(record), id)) return std::nullopt;
  return id;
}

bool Anchors::is_on_page(std::string_view path, std::string_view id) const {
  const auto page = of_pages_.find(path);
  if (page == of_pages_.end()) return false;
  return std::any_of(page->second.begin(), page->second.end(),
                     [&](const Record* record) { return of(*record).contains(id); });
}

}  // namespace opsg::released
