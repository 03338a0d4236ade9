#include "text_place.h"

#include <algorithm>

#include "markdown_blocks.h"
#include "register.h"

namespace opsg::released {
namespace {

bool is_heading_of_text(const MarkdownNode* block) {
  return is_kind(block, MarkdownKind::heading) && is_kind(block->parent(), MarkdownKind::document);
}

}  // namespace

TextPlace::TextPlace(const Record& record, std::span<const RegisterDefinition> registers) {
  for (const Item& item : record.items) items_.insert(item.heading);
  not_above_ = items_;
  not_above_.insert(repeated_title(record));
  for (const Entry& entry : record.entries) find_entry(entry, registers);
}

void TextPlace::find_entry(const Entry& entry, std::span<const RegisterDefinition> registers) {
  entries_.emplace(entry.node, &entry);
  const MarkdownNode* list = next_block(entry.node);
  const std::size_t written = entry.fields.size() - (entry.owner_inferred ? 1 : 0);
  if (written > 0 && is_kind(list, MarkdownKind::list)) field_lists_.emplace(list, &entry);
  const auto definition = std::find_if(
      registers.begin(), registers.end(),
      [&](const RegisterDefinition& each) { return each.name == entry.register_name; });
  keys_.emplace(&entry,
                definition == registers.end() ? entry.id : join_key(entry, *definition).text);
}

void TextPlace::begin_fragment() {
  above_.clear();
  owner_of_fields_ = nullptr;
}

void TextPlace::enter(const MarkdownNode* block) {
  if (is_heading_of_text(block)) close_for(block);
  const auto list = field_lists_.find(block);
  if (list != field_lists_.end()) owner_of_fields_ = list->second;
}

void TextPlace::leave(const MarkdownNode* block) {
  if (field_lists_.contains(block)) owner_of_fields_ = nullptr;
}

/// An item's heading ends all that stands above it: no other item has its number.
void TextPlace::close_for(const MarkdownNode* heading) {
  const int level = items_.contains(heading) ? 0 : heading->heading_level();
  while (!above_.empty() && above_.back().level >= level) above_.pop_back();
}

const Entry* TextPlace::entry_of(const MarkdownNode* block) const {
  if (owner_of_fields_ != nullptr) return owner_of_fields_;
  const auto own = entries_.find(block);
  if (own != entries_.end()) return own->second;
  const auto open = std::find_if(above_.rbegin(), above_.rend(),
                                 [](const Above& above) { return above.entry != nullptr; });
  return open == above_.rend() ? nullptr : open->entry;
}

void TextPlace::tell(const MarkdownNode* block, Passage& passage) const {
  const Entry* const entry = entry_of(block);
  passage.register_name = entry != nullptr ? entry->register_name : std::string();
  passage.entry = entry != nullptr ? keys_.at(entry) : std::string();
  passage.headings.clear();
  for (const Above& above : above_) {
    if (above.entry == nullptr) {
      passage.headings.push_back(above.text);
    } else if (above.entry != entry) {
      passage.headings.push_back(keys_.at(above.entry));
    }
  }
}

void TextPlace::open(const MarkdownNode* heading, const std::string& text) {
  if (!is_heading_of_text(heading)) return;
  const auto own = entries_.find(heading);
  const bool is_entry = own != entries_.end();
  if (!is_entry && not_above_.contains(heading)) return;
  above_.push_back({heading->heading_level(), text, is_entry ? own->second : nullptr});
}

}  // namespace opsg::released
