#include "block_anchors.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "inline_text.h"
#include "markdown_blocks.h"
#include "markdown_tree.h"
#include "sha256.h"
#include "text.h"

namespace opsg::released {
namespace {

/// 32 bits: among the thousand blocks of a long record the odds of two alike are 1 to 8,000, and
/// they would be numbered.
constexpr std::size_t kHashDigits = 8;

bool is_addressed(const MarkdownNode* block) {
  const MarkdownKind type = block->kind();
  return type != MarkdownKind::heading && type != MarkdownKind::thematic_break &&
         type != MarkdownKind::html_block;
}

class ParagraphReader {
 public:
  explicit ParagraphReader(const Record& record) {
    for (const Item& item : record.items) sections_.emplace(item.heading, item.anchor);
    for (const Entry& entry : record.entries) {
      sections_.emplace(entry.node, entry.anchor);
      if (entry.raises) raising_.insert(entry.node);
    }
  }

  /// A fragment stands under no heading but its own.
  void read(const MarkdownNode* root) {
    section_ = {};
    for (const MarkdownNode* block = root->first_child(); block; block = block->next()) {
      if (block->is(MarkdownKind::heading)) enter_heading(block);
      if (is_addressed(block) && !raising_.contains(block)) add(block);
    }
  }

  std::vector<BlockAnchor> take() { return std::move(found_); }

 private:
  void enter_heading(const MarkdownNode* heading) {
    const auto section = sections_.find(heading);
    if (section != sections_.end()) section_ = section->second;
  }

  void add(const MarkdownNode* block) {
    std::string text(section_);
    text.append("\n").append(collapse_space(plain_text(block)));
    std::string anchor = "p-" + sha256_hex(text).substr(0, kHashDigits);
    if (const int count = ++seen_[anchor]; count > 1) anchor += '-' + std::to_string(count);
    found_.push_back({block, std::move(anchor)});
  }

  std::unordered_map<const MarkdownNode*, std::string_view> sections_;  ///< Anchors of headings.
  std::unordered_set<const MarkdownNode*> raising_;
  std::unordered_map<std::string, int> seen_;
  std::string_view section_;
  std::vector<BlockAnchor> found_;
};

}  // namespace

std::vector<BlockAnchor> heading_anchors(const Record& record) {
  std::vector<BlockAnchor> anchors;
  for (const MarkdownTree& tree : record.trees) {
    for_each_heading(tree.root(), [&](const MarkdownNode* heading) {
      std::string slug = slugify(plain_text(heading));
      anchors.push_back({heading, slug.empty() ? "section" : std::move(slug)});
    });
  }
  return anchors;
}

std::vector<BlockAnchor> paragraph_anchors(const Record& record) {
  ParagraphReader reader(record);
  for (const MarkdownTree& tree : record.trees) reader.read(tree.root());
  return reader.take();
}

}  // namespace opsg::released
