#include "decision_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace opsg::importing {
namespace {

bool is_prose(const RecordBlock& block) {
  return block.kind == RecordBlock::Kind::paragraph || block.kind == RecordBlock::Kind::bullet;
}

void mark_subjects(RecordBlocks& blocks, const DecisionVerbs& decisions, ImportLedger& ledger) {
  std::size_t count = 0;
  TextPlace first;
  for (RecordBlock& block : blocks) {
    if (!is_prose(block) || !decisions.embolden_subjects(block.text)) continue;
    if (count++ == 0) first = block.place;
  }
  if (count == 0) return;
  ledger.findings()
      .warning(
          "import-decisions", ledger.at(first),
          fmt::format("the document marks no decisions; the verbs of {} sentences were made bold",
                      count))
      .with_help("take the bold off those that decide nothing");
}

}  // namespace

void mark_decisions(RecordBlocks& blocks, const DecisionVerbs& decisions, ImportLedger& ledger) {
  const bool marked = std::any_of(blocks.begin(), blocks.end(), [&](const RecordBlock& block) {
    return is_prose(block) && decisions.marked_in(block.text);
  });
  if (!marked) return mark_subjects(blocks, decisions, ledger);
  for (RecordBlock& block : blocks) {
    if (is_prose(block)) decisions.embolden_capitals(block);
  }
}

}  // namespace opsg::importing
