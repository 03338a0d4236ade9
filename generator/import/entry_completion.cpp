#include "entry_completion.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "decision_text.h"
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
void part_outcome(RecordBlocks& blocks, std::size_t entry, const ImportRules& rules) {
  const std::size_t end = section_end(blocks, entry);
  if (end < blocks.size() && blocks[end].kind == Kind::entry) return;
  std::size_t list = end;
  while (list > entry + 1 && blocks[list - 1].kind == Kind::bullet) --list;
  if (list == end || list == entry + 1) return;
  if (!introduces_decisions(blocks[list - 1].text, rules)) return;
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

/// The title of the innermost item around the entry that speaks of the field: "February 2022 SEC
/// Release" is a release.
const RecordBlock* item_with(const RecordBlocks& blocks, std::size_t entry,
                             const std::string& word) {
  const RE2 pattern(fmt::format(R"((?i)\b{}\b)", RE2::QuoteMeta(word)));
  std::string inner;
  for (std::size_t i = entry; i-- > 0;) {
    if (blocks[i].kind != Kind::item) continue;
    const bool around = inner.empty() || inner.starts_with(blocks[i].id + ".");
    if (!around) continue;
    inner = blocks[i].id;
    if (RE2::PartialMatch(blocks[i].text, pattern)) return &blocks[i];
    if (inner.find('.') == std::string::npos) break;
  }
  return nullptr;
}

void add_key_fields(RecordBlocks& blocks, std::size_t index, const RegisterDefinition& definition,
                    ImportLedger& ledger) {
  RecordBlock& entry = blocks[index];
  for (const std::string& key : definition.key_fields) {
    const FieldDefinition* field = definition.find_field(key);
    if (!field || !lacks(entry, *field)) continue;
    const RecordBlock* item =
        field->type == released::FieldType::text ? item_with(blocks, index, field->title) : nullptr;
    if (!item) {
      ledger.findings().warning("import-field-missing", ledger.at(entry.place),
                                fmt::format("{} needs a `{}`, which the document does not state",
                                            entry.id, field->title));
      continue;
    }
    static const RE2 sponsor(R"(\s*\([^()]*\)$)");
    std::string value = item->text;
    RE2::Replace(&value, sponsor, "");
    entry.fields.insert(entry.fields.begin(), {field->title, value});
    ledger.write_own(field->title + " " + value);
    ledger.findings().warning("import-inferred", ledger.at(item->place),
                              fmt::format("`{}: {}` of {} is taken from this item's title",
                                          field->title, value, entry.id));
  }
}

}  // namespace

void complete_entries(RecordBlocks& blocks, const ImportRules& rules, ImportLedger& ledger) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != Kind::entry) continue;
    part_outcome(blocks, i, rules);
    const auto id = rules.vocabulary.leading_id(blocks[i].id);
    if (!id) continue;
    add_key_fields(blocks, i, *id->definition, ledger);
    read_stated_fields(blocks[i], prose_of(blocks, i), *id->definition, ledger);
  }
}

}  // namespace opsg::importing
