#include "block_ids.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "block_anchors.h"
#include "record.h"
#include "text.h"

namespace opsg::released {
namespace {

/// Ids that the templates use on pages that also show records.
constexpr std::array<std::string_view, 13> kTemplateIds = {
    "main",       "navigation",  "contents", "summary", "headlines", "minutes", "decisions",
    "attendance", "attachments", "register", "facts",   "cite",      "top"};

bool is_template_id(std::string_view id) {
  return std::find(kTemplateIds.begin(), kTemplateIds.end(), id) != kTemplateIds.end();
}

using Ids = std::unordered_set<std::string>;
/// Of one record; the ids are a page's, which stay where they are.
using IdsOfBlocks = std::unordered_map<const MarkdownNode*, std::vector<const std::string*>>;

}  // namespace

/// Names the blocks of all records that one page shows.
class BlockNaming {
 public:
  explicit BlockNaming(std::span<const Record* const> records)
      : records_(records), named_(records.size()) {
    each([&](const Record& record, Named& named) {
      if (!record.meeting.empty()) claim(slugify(record.name), named);
      name_places(record, named);
    });
    each([&](const Record& record, Named& named) { name_headings(record, named); });
    each([&](const Record& record, Named& named) { name_paragraphs(record, named); });
  }

  std::vector<BlockIds> take() const {
    std::vector<BlockIds> results;
    for (const Named& named : named_) results.push_back(packed(named));
    return results;
  }

 private:
  struct Named {
    std::vector<const std::string*> ids;
    IdsOfBlocks of_blocks;
  };

  void each(const auto& name) {
    for (std::size_t i = 0; i < records_.size(); ++i) name(*records_[i], named_[i]);
  }

  /// Null where the page has the id already.
  const std::string* claim(std::string id, Named& named) {
    const auto [at, is_new] = ids_.insert(std::move(id));
    if (!is_new) return nullptr;
    return named.ids.emplace_back(&*at);
  }

  std::string unused(std::string wanted) const {
    if (!ids_.contains(wanted) && !is_template_id(wanted)) return wanted;
    for (int number = 2;; ++number) {
      std::string candidate = wanted + '-' + std::to_string(number);
      if (!ids_.contains(candidate)) return candidate;
    }
  }

  void name_places(const Record& record, Named& named) {
    const std::string prefix = id_prefix(record);
    const auto name = [&](const MarkdownNode* block, const std::string& anchor) {
      if (block == nullptr) return;
      const std::string* id = claim(prefix + anchor, named);
      if (id) named.of_blocks[block].push_back(id);
    };
    for (const Item& item : record.items) name(item.heading, item.anchor);
    for (const Entry& entry : record.entries) name(entry.node, entry.anchor);
    for (const Decision& decision : record.decisions) name(decision.node, decision.anchor);
  }

  void name_headings(const Record& record, Named& named) {
    const std::string prefix = id_prefix(record);
    std::unordered_map<std::string, int> seen;
    for (const BlockAnchor& heading : heading_anchors(record)) {
      if (named.of_blocks.contains(heading.block)) continue;
      std::string wanted = prefix + heading.anchor;
      // Counting keeps a page of ten thousand equal headings linear.
      if (const int count = ++seen[wanted]; count > 1) wanted += '-' + std::to_string(count);
      named.of_blocks[heading.block].push_back(claim(unused(std::move(wanted)), named));
    }
  }

  void name_paragraphs(const Record& record, Named& named) {
    const std::string prefix = id_prefix(record);
    for (const BlockAnchor& paragraph : paragraph_anchors(record)) {
      auto& own = named.of_blocks[paragraph.block];
      own.insert(own.begin(), claim(unused(prefix + paragraph.anchor), named));
    }
  }

  static BlockIds packed(const Named& named) {
    std::size_t size = 0;
    for (const std::string* id : named.ids) size += id->size();
    std::string text;
    text.reserve(size);
    for (const std::string* id : named.ids) text += *id;
    BlockIds packed;
    packed.text_ = std::make_unique<const std::string>(std::move(text));
    add_views(named, packed);
    return packed;
  }

  static void add_views(const Named& named, BlockIds& packed) {
    std::unordered_map<const std::string*, std::string_view> views;
    std::size_t at = 0;
    packed.sorted_.reserve(named.ids.size());
    for (const std::string* id : named.ids) {
      packed.sorted_.push_back(std::string_view(*packed.text_).substr(at, id->size()));
      views.emplace(id, packed.sorted_.back());
      at += id->size();
    }
    packed.by_block_.reserve(named.ids.size());
    packed.blocks_.reserve(named.of_blocks.size());
    for (const auto& [block, ids] : named.of_blocks) {
      packed.blocks_.push_back({block, packed.by_block_.size(), ids.size()});
      for (const std::string* id : ids) packed.by_block_.push_back(views.at(id));
    }
    std::sort(packed.sorted_.begin(), packed.sorted_.end());
    std::sort(packed.blocks_.begin(), packed.blocks_.end(),
              [](const auto& a, const auto& b) { return std::less<>()(a.node, b.node); });
  }

  std::span<const Record* const> records_;
  Ids ids_;  ///< Of the page.
  std::vector<Named> named_;
};

std::span<const std::string_view> BlockIds::of(const MarkdownNode* block) const {
  const auto at = std::lower_bound(blocks_.begin(), blocks_.end(), block,
                                   [](const Block& each, const MarkdownNode* wanted) {
                                     return std::less<>()(each.node, wanted);
                                   });
  if (at == blocks_.end() || at->node != block) return {};
  return std::span(by_block_).subspan(at->first, at->count);
}

bool BlockIds::contains(std::string_view id) const {
  return std::binary_search(sorted_.begin(), sorted_.end(), id);
}

std::string id_prefix(const Record& record) {
  const bool plain = record.meeting.empty() || record.name == "headlines";
  return plain ? std::string() : slugify(record.name) + '-';
}

std::vector<BlockIds> name_blocks(std::span<const Record* const> records) {
  return BlockNaming(records).take();
}

}  // namespace opsg::released
