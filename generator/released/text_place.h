#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "passage.h"
#include "record.h"
#include "site_config.h"

namespace opsg::released {

/// Under which entry and which headings each block of a record stands. To be told of its blocks in
/// the order of the text. Borrows the record.
class TextPlace {
 public:
  TextPlace(const Record& record, std::span<const RegisterDefinition> registers);

  void begin_fragment();
  void enter(const MarkdownNode* block);
  void leave(const MarkdownNode* block);

  /// Whether the block that was entered last belongs to the list of an entry's fields.
  bool is_in_fields() const { return owner_of_fields_ != nullptr; }
  /// Writes entry and headings of the block that was entered last into its passage.
  void tell(const MarkdownNode* block, Passage& passage) const;
  /// What follows stands under this heading, which reads like that.
  void open(const MarkdownNode* heading, const std::string& text);

 private:
  struct Above {
    int level = 0;
    std::string text;
    const Entry* entry = nullptr;
  };

  void find_entry(const Entry& entry, std::span<const RegisterDefinition> registers);
  void close_for(const MarkdownNode* heading);
  const Entry* entry_of(const MarkdownNode* block) const;

  std::unordered_map<const MarkdownNode*, const Entry*> entries_;
  std::unordered_map<const MarkdownNode*, const Entry*> field_lists_;
  std::unordered_map<const Entry*, std::string> keys_;
  std::unordered_set<const MarkdownNode*> not_above_;  ///< Items' headings and the page's title.
  std::unordered_set<const MarkdownNode*> items_;
  std::vector<Above> above_;
  const Entry* owner_of_fields_ = nullptr;
};

}  // namespace opsg::released
