#include "anchors.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <array>

#include "markdown_blocks.h"
#include "paragraph_anchors.h"
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

std::string unused_id(const std::string& wanted, const std::set<std::string, std::less<>>& used) {
  if (!used.contains(wanted) && !is_template_id(wanted)) return wanted;
  for (int number = 2;; ++number) {
    std::string candidate = wanted + '-' + std::to_string(number);
    if (!used.contains(candidate)) return candidate;
  }
}

}  // namespace

std::string page_path(const Record& record) {
  if (!record.meeting.empty()) return "meetings/" + record.meeting + '/';
  const std::string slug = slugify(record.name);
  return (slug.empty() ? "page" : slug) + '/';
}

std::string page_anchor(const Record& record, std::string_view anchor) {
  const bool plain = record.meeting.empty() || record.name == "headlines";
  return plain ? std::string(anchor) : slugify(record.name) + '-' + std::string(anchor);
}

Anchors::Anchors(const Site& site) {
  for (const Meeting& meeting : site.meetings) of_pages_["meetings/" + meeting.slug + '/'];
  for (const Record& record : site.records) {
    Ids& ids = of_pages_[page_path(record)];
    if (!record.meeting.empty()) ids.insert(slugify(record.name));
    name_places(record, ids);
  }
  for (const Record& record : site.records) name_headings(record, of_pages_[page_path(record)]);
  for (const Record& record : site.records) name_paragraphs(record, of_pages_[page_path(record)]);
}

void Anchors::name_places(const Record& record, Ids& ids) {
  const auto add = [&](const cmark_node* block, std::string_view anchor) {
    std::string id = page_anchor(record, anchor);
    if (block == nullptr || !ids.insert(id).second) return;
    of_blocks_[block].push_back(std::move(id));
  };
  for (const Item& item : record.items) add(item.heading, item.anchor);
  for (const Entry& entry : record.entries) add(entry.node, entry.anchor);
  for (const Decision& decision : record.decisions) add(decision.node, decision.anchor);
}

void Anchors::name_headings(const Record& record, Ids& ids) {
  std::unordered_map<std::string, int> seen;
  for (const MarkdownTree& tree : record.trees) {
    for_each_heading(tree.root(), [&](cmark_node* heading) {
      if (of_blocks_.contains(heading)) return;
      std::string slug = slugify(plain_text(heading));
      if (slug.empty()) slug = "section";
      std::string wanted = page_anchor(record, slug);
      // Counting keeps a page of ten thousand equal headings linear.
      if (const int count = ++seen[wanted]; count > 1) wanted += '-' + std::to_string(count);
      std::string id = unused_id(wanted, ids);
      ids.insert(id);
      of_blocks_[heading].push_back(std::move(id));
    });
  }
}

void Anchors::name_paragraphs(const Record& record, Ids& ids) {
  for (const ParagraphAnchor& paragraph : paragraph_anchors(record)) {
    std::string id = unused_id(page_anchor(record, paragraph.anchor), ids);
    ids.insert(id);
    std::vector<std::string>& own = of_blocks_[paragraph.block];
    own.insert(own.begin(), std::move(id));
  }
}

std::span<const std::string> Anchors::of(const cmark_node* block) const {
  const auto found = of_blocks_.find(block);
  if (found == of_blocks_.end()) return {};
  return found->second;
}

std::optional<std::string> Anchors::find(const Record& record, std::string_view written) const {
  const auto page = of_pages_.find(page_path(record));
  std::string id = page_anchor(record, written);
  if (page == of_pages_.end() || !page->second.contains(id)) return std::nullopt;
  return id;
}

bool Anchors::is_on_page(std::string_view path, std::string_view id) const {
  const auto page = of_pages_.find(path);
  return page != of_pages_.end() && page->second.contains(id);
}

}  // namespace opsg::released
