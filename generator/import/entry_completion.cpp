#include "entry_completion.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "entry_prose.h"
#include "text.h"

namespace opsg::importing {
namespace {

using released::FieldDefinition;
using released::RegisterDefinition;
using Kind = RecordBlock::Kind;

bool ends_entry(const RecordBlock& block) {
  return block.kind == Kind::item || block.kind == Kind::subheading || block.kind == Kind::entry;
}

/// The index behind the blocks that follow `at` under the same heading.
std::size_t section_end(const RecordBlocks& blocks, std::size_t at) {
  std::size_t end = at + 1;
  while (end < blocks.size() && !ends_entry(blocks[end])) ++end;
  return end;
}

/// "The OPSG:" and its list at the end of an item are about all of its entries.
void part_outcome(RecordBlocks& blocks, std::size_t entry, const DecisionVerbs& decisions) {
  const std::size_t end = section_end(blocks, entry);
  if (end < blocks.size() && blocks[end].kind == Kind::entry) return;
  std::size_t list = end;
  while (list > entry + 1 && blocks[list - 1].kind == Kind::bullet) --list;
  if (list == end || list == entry + 1) return;
  if (!decisions.introduced_by(blocks[list - 1].text)) return;
  for (std::size_t i = list - 1; i < end; ++i) blocks[i].in_entry = false;
}

std::string prose_of(const RecordBlocks& blocks, std::size_t entry) {
  std::string prose = blocks[entry].text;
  for (std::size_t i = entry + 1; i < section_end(blocks, entry) && blocks[i].in_entry; ++i) {
    prose += "\n" + blocks[i].text;
  }
  return prose;
}

bool lacks(const RecordBlock& entry, const FieldDefinition& field) {
  return std::none_of(entry.fields.begin(), entry.fields.end(),
                      [&](const WrittenField& written) { return written.title == field.title; });
}

/// The items around a block, the outermost first.
class EnclosingItems {
 public:
  void enter(const RecordBlock& item) {
    while (!items_.empty() && !item.id.starts_with(items_.back()->id + ".")) items_.pop_back();
    items_.push_back(&item);
  }

  /// The innermost whose title speaks of the field: "February 2022 SEC Release" is a release.
  const RecordBlock* with(const std::string& word) const {
    const RE2 pattern(fmt::format(R"((?i)\b{}\b)", RE2::QuoteMeta(word)));
    const auto item = std::find_if(items_.rbegin(), items_.rend(), [&](const RecordBlock* each) {
      return RE2::PartialMatch(each->text, pattern);
    });
    return item == items_.rend() ? nullptr : *item;
  }

 private:
  std::vector<const RecordBlock*> items_;
};

/// Completes entries by the items around them.
class KeyFields {
 public:
  explicit KeyFields(ImportLedger& ledger) : ledger_(ledger) {}

  void enter(const RecordBlock& item) { items_.enter(item); }

  void add_to(RecordBlock& entry, const RegisterDefinition& definition) {
    for (const std::string& key : definition.key_fields) {
      const FieldDefinition* field = definition.find_field(key);
      if (!field || !lacks(entry, *field)) continue;
      const bool text = field->type == released::FieldType::text;
      const RecordBlock* item = text ? items_.with(field->title) : nullptr;
      if (item) {
        add(entry, *field, *item);
      } else if (missing_.insert(definition.name + " " + field->title).second) {
        ledger_.findings().warning("import-field-missing", ledger_.at(entry.place),
                                   fmt::format("{} needs a `{}`, which the document does not state",
                                               entry.id, field->title));
      }
    }
  }

 private:
  void add(RecordBlock& entry, const FieldDefinition& field, const RecordBlock& item) {
    static const RE2 sponsor(R"(\s*\([^()]*\)$)");
    std::string value = item.text;
    RE2::Replace(&value, sponsor, "");
    entry.fields.insert(entry.fields.begin(), {field.title, value});
    ledger_.write_own(field.title + " " + value);
    ledger_.findings().warning(
        "import-inferred", ledger_.at(item.place),
        fmt::format("`{}: {}` of this item's entries is taken from its title", field.title, value));
  }

  ImportLedger& ledger_;
  EnclosingItems items_;
  std::set<std::string> missing_;  ///< Reported once for a register.
};

}  // namespace

void complete_entries(RecordBlocks& blocks, const ImportRules& rules, ImportLedger& ledger) {
  KeyFields keys(ledger);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == Kind::item) keys.enter(blocks[i]);
    if (blocks[i].kind != Kind::entry) continue;
    part_outcome(blocks, i, rules.decisions);
    const auto id = rules.vocabulary.leading_id(blocks[i].id);
    if (!id) continue;
    keys.add_to(blocks[i], *id->definition);
    read_stated_fields(blocks[i], prose_of(blocks, i), *id->definition, ledger);
  }
}

}  // namespace opsg::importing
