#include "block_anchors.h"

#include <cmark-gfm.h>

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "markdown_blocks.h"
#include "sha256.h"
#include "text.h"

namespace opsg::released {
namespace {

/// 32 bits: among the thousand blocks of a long record the odds of two alike are 1 to 8,000, and
/// they would be numbered.
constexpr std::size_t kHashDigits = 8;

bool holds_text(cmark_node* block) {
  const cmark_node_type type = cmark_node_get_type(block);
  return type != CMARK_NODE_HEADING && type != CMARK_NODE_THEMATIC_BREAK &&
         type != CMARK_NODE_HTML_BLOCK;
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
  void read(cmark_node* root) {
    section_ = {};
    for (cmark_node* block = cmark_node_first_child(root); block; block = cmark_node_next(block)) {
      if (cmark_node_get_type(block) == CMARK_NODE_HEADING) enter_heading(block);
      if (holds_text(block) && !raising_.contains(block)) add(block);
    }
  }

  std::vector<BlockAnchor> take() { return std::move(found_); }

 private:
  void enter_heading(cmark_node* heading) {
    const auto section = sections_.find(heading);
    if (section != sections_.end()) section_ = section->second;
  }

  void add(cmark_node* block) {
    std::string text(section_);
    text.append("\n").append(collapse_space(plain_text(block)));
    std::string anchor = "p-" + sha256_hex(text).substr(0, kHashDigits);
    if (const int count = ++seen_[anchor]; count > 1) anchor += '-' + std::to_string(count);
    found_.push_back({block, std::move(anchor)});
  }

  std::unordered_map<const cmark_node*, std::string_view> sections_;  ///< Anchors of headings.
  std::unordered_set<const cmark_node*> raising_;
  std::unordered_map<std::string, int> seen_;
  std::string_view section_;
  std::vector<BlockAnchor> found_;
};

}  // namespace

std::vector<BlockAnchor> heading_anchors(const Record& record) {
  std::vector<BlockAnchor> anchors;
  for (const MarkdownTree& tree : record.trees) {
    for_each_heading(tree.root(), [&](cmark_node* heading) {
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
