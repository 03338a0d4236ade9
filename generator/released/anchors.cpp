#include "anchors.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "text.h"

namespace opsg::released {
namespace {

/// Ids that the templates use on pages that also show records.
constexpr std::array<std::string_view, 10> kTemplateIds = {
    "main",     "navigation", "headlines",   "minutes", "decisions",
    "register", "attendance", "attachments", "facts",   "top"};

bool is_template_id(std::string_view id) {
  return std::find(kTemplateIds.begin(), kTemplateIds.end(), id) != kTemplateIds.end();
}

/// What page_anchor() puts before each of the record's anchors.
std::string anchor_prefix(const Record& record) {
  const bool plain = record.meeting.empty() || record.name == "headlines";
  return plain ? std::string() : slugify(record.name) + '-';
}

}  // namespace

/// Names the blocks of all records that one page shows.
class PageAnchors {
 public:
  /// Places come first on the whole page, then headings: their ids are cited most.
  explicit PageAnchors(std::span<const Record* const> records) {
    for (const Record* record : records) {
      if (!record->meeting.empty()) ids_.insert(slugify(record->name));
      name_places(*record);
    }
    for (const Record* record : records) name_headings(*record);
    for (const Record* record : records) name_paragraphs(*record);
  }

  Anchors::Page page() const {
    std::string text;
    for (const std::string& id : ids_) text += id;
    Anchors::Page page;
    page.text = std::make_unique<const std::string>(std::move(text));
    std::unordered_map<std::string_view, std::string_view> kept;
    std::size_t at = 0;
    for (const std::string& id : ids_) {
      page.sorted.push_back(std::string_view(*page.text).substr(at, id.size()));
      kept.emplace(id, page.sorted.back());
      at += id.size();
    }
    for (const auto& [block, ids] : of_blocks_) {
      for (const std::string& id : ids) page.by_block.push_back(kept.at(id));
      page.blocks.emplace_back(block, ids.size());
    }
    std::sort(page.sorted.begin(), page.sorted.end());
    return page;
  }

 private:
  using Ids = std::unordered_set<std::string>;

  std::string unused(std::string wanted) const {
    if (!ids_.contains(wanted) && !is_template_id(wanted)) return wanted;
    for (int number = 2;; ++number) {
      std::string candidate = wanted + '-' + std::to_string(number);
      if (!ids_.contains(candidate)) return candidate;
    }
  }

  void name_places(const Record& record) {
    const std::string prefix = anchor_prefix(record);
    const auto name = [&](const MarkdownNode* block, const std::string& anchor) {
      if (block == nullptr) return;
      const auto [id, is_new] = ids_.insert(prefix + anchor);
      if (is_new) of_blocks_[block].push_back(*id);
    };
    for (const Item& item : record.items) name(item.heading, item.anchor);
    for (const Entry& entry : record.entries) name(entry.node, entry.anchor);
    for (const Decision& decision : record.decisions) name(decision.node, decision.anchor);
  }

  void name_headings(const Record& record) {
    const std::string prefix = anchor_prefix(record);
    std::unordered_map<std::string, int> seen;
    for (const BlockAnchor& heading : record.headings) {
      if (of_blocks_.contains(heading.block)) continue;
      std::string wanted = prefix + heading.anchor;
      // Counting keeps a page of ten thousand equal headings linear.
      if (const int count = ++seen[wanted]; count > 1) wanted += '-' + std::to_string(count);
      of_blocks_[heading.block].push_back(*ids_.insert(unused(std::move(wanted))).first);
    }
  }

  void name_paragraphs(const Record& record) {
    const std::string prefix = anchor_prefix(record);
    for (const BlockAnchor& paragraph : record.paragraphs) {
      std::vector<std::string>& own = of_blocks_[paragraph.block];
      own.insert(own.begin(), *ids_.insert(unused(prefix + paragraph.anchor)).first);
    }
  }

  Ids ids_;
  std::unordered_map<const MarkdownNode*, std::vector<std::string>> of_blocks_;
};

std::string page_path(const Record& record) {
  if (!record.meeting.empty()) return "meetings/" + record.meeting + '/';
  const std::string slug = slugify(record.name);
  return (slug.empty() ? "page" : slug) + '/';
}

std::string page_anchor(const Record& record, std::string_view anchor) {
  return anchor_prefix(record).append(anchor);
}

Anchors::Anchors(const Site& site) {
  std::map<std::string, std::vector<const Record*>> records_of_pages;
  for (const Meeting& meeting : site.meetings) records_of_pages["meetings/" + meeting.slug + '/'];
  for (const Record& record : site.records) records_of_pages[page_path(record)].push_back(&record);

  std::vector<std::pair<const std::vector<const Record*>*, Page*>> pages;
  for (const auto& [path, records] : records_of_pages) {
    pages.emplace_back(&records, &of_pages_[path]);
  }
  // No id depends on what another page holds.
  tbb::parallel_for(std::size_t{0}, pages.size(),
                    [&](std::size_t i) { *pages[i].second = PageAnchors(*pages[i].first).page(); });
  for (const auto& [path, page] : of_pages_) {
    std::span<const std::string_view> rest = page.by_block;
    for (const auto& [block, count] : page.blocks) {
      of_blocks_.emplace(block, rest.first(count));
      rest = rest.subspan(count);
    }
  }
}

std::span<const std::string_view> Anchors::of(const MarkdownNode* block) const {
  const auto found = of_blocks_.find(block);
  if (found == of_blocks_.end()) return {};
  return found->second;
}

std::optional<std::string> Anchors::find(const Record& record, std::string_view written) const {
  std::string id = page_anchor(record, written);
  if (!is_on_page(page_path(record), id)) return std::nullopt;
  return id;
}

bool Anchors::is_on_page(std::string_view path, std::string_view id) const {
  const auto page = of_pages_.find(path);
  if (page == of_pages_.end()) return false;
  const std::vector<std::string_view>& ids = page->second.sorted;
  return std::binary_search(ids.begin(), ids.end(), id);
}

}  // namespace opsg::released
