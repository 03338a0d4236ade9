#include "record_mentions.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "inline_text.h"
#include "markdown_tree.h"
#include "markdown_walk.h"

namespace opsg::released {
namespace {

std::string row_text(const MarkdownNode* row) {
  std::string text;
  for (const MarkdownNode* cell = row->first_child(); cell; cell = cell->next()) {
    if (!text.empty()) text += " | ";
    text += plain_text(cell);
  }
  return text;
}

/// Goes through a record's blocks and knows which agenda item each of them belongs to.
class MentionReader {
 public:
  MentionReader(const Record& record, const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    for (std::size_t i = 0; i < record.items.size(); ++i) items_[record.items[i].heading] = i;
  }

  void read(const MarkdownTree& tree) {
    item_ = kNoItem;
    for (MarkdownWalk walk(tree.root()); walk.next();) {
      if (walk.entering() && read_block(walk.node())) walk.skip();
    }
  }

  std::vector<RecordMention> take() { return std::move(found_); }

 private:
  /// Whether the node is a block without others in it.
  bool read_block(const MarkdownNode* node) {
    const MarkdownKind type = node->kind();
    if (type == MarkdownKind::heading) {
      if (const auto item = items_.find(node); item != items_.end()) item_ = item->second;
      read_text(plain_text(node));
    } else if (type == MarkdownKind::paragraph) {
      read_text(plain_text(node));
    } else if (node->is(MarkdownKind::table_row)) {
      read_text(row_text(node));
    } else {
      return false;
    }
    return true;
  }

  void read_text(std::string of_block) {
    const auto text = std::make_shared<const std::string>(std::move(of_block));
    std::set<std::pair<std::string, std::string>> seen;
    for (Mention& mention : vocabulary_.find_mentions(*text)) {
      if (mention.kind != Mention::Kind::reference) continue;
      if (!seen.emplace(mention.definition, mention.id).second) continue;
      found_.push_back(
          {std::move(mention.definition), std::move(mention.id), item_, text, mention.begin});
    }
  }

  const Vocabulary& vocabulary_;
  std::unordered_map<const MarkdownNode*, std::size_t> items_;
  std::size_t item_ = kNoItem;
  std::vector<RecordMention> found_;
};

}  // namespace

std::vector<RecordMention> find_references(const Record& record, const Vocabulary& vocabulary) {
  MentionReader reader(record, vocabulary);
  for (const MarkdownTree& tree : record.trees) reader.read(tree);
  return reader.take();
}

}  // namespace opsg::released
