#include "withholding.h"

#include <algorithm>

namespace opsg::restricted {
namespace {

bool holds_blocks(BlockKind kind) {
  return kind == BlockKind::list || kind == BlockKind::item || kind == BlockKind::block_quote;
}

void withhold_blocks(Withholding& withheld, const MarkedPortion& portion) {
  const auto begin = withheld.blocks.begin();
  std::fill(begin + static_cast<std::ptrdiff_t>(portion.first_block),
            begin + static_cast<std::ptrdiff_t>(portion.end_block), true);
}

/// Children come behind their parents, so one pass from the end settles every container.
void withhold_emptied(Withholding& withheld, const BlockTree& tree) {
  std::vector<bool> keeps_child(tree.size(), false);
  std::vector<bool> emptied(tree.size(), false);
  for (std::size_t block = tree.size() - 1; block > 0; --block) {
    const bool lost_all = holds_blocks(tree[block].kind) && tree.has_children(block) &&
                          !keeps_child[block] && !withheld.blocks[block];
    if (lost_all) emptied[block] = withheld.blocks[block] = true;
    if (!withheld.blocks[block]) keeps_child[tree[block].parent] = true;
  }
  for (std::size_t block = 1; block < tree.size(); ++block) {
    if (emptied[block] && !withheld.blocks[tree[block].parent]) withheld.emptied.push_back(block);
  }
}

}  // namespace

bool rule_applies(PortionKind kind, const GateRules& rules) {
  switch (kind) {
    case PortionKind::document:
      return rules.document_labels;
    case PortionKind::section:
      return rules.section_markings;
    case PortionKind::table:
    case PortionKind::table_row:
      return rules.row_markings;
    case PortionKind::span:
      return rules.span_markings;
    default:
      return rules.block_markings;
  }
}

Withholding withhold(const MarkedBody& marked, const Clearance& clearance, const GateRules& rules) {
  const std::size_t count = marked.portions.size();
  Withholding withheld{std::vector<bool>(count),
                       std::vector<bool>(count),
                       std::vector<bool>(marked.document.tree.size()),
                       {}};
  for (std::size_t i = 0; i < count; ++i) {
    const MarkedPortion& portion = marked.portions[i];
    const bool inside = portion.parent != kNoPortion;
    withheld.hidden[i] =
        inside && (withheld.hidden[portion.parent] || withheld.portions[portion.parent]);
    withheld.portions[i] =
        !clearance.admits(portion.portion.level) && rule_applies(portion.portion.kind, rules);
    if (withheld.portions[i] && !withheld.hidden[i]) withhold_blocks(withheld, portion);
  }
  withhold_emptied(withheld, marked.document.tree);
  return withheld;
}

std::vector<Zone> zones_of(const MarkedBody& marked, const Withholding& withheld) {
  std::vector<Zone> zones;
  for (std::size_t i = 0; i < marked.portions.size(); ++i) {
    const PlacedMarking& marking = marked.document.markings[marked.portions[i].marking];
    if (withheld.hidden[i] || withheld.blocks[marking.block]) continue;
    if (withheld.portions[i]) {
      zones.push_back({marking.begin, marking.close + 1, true});
      continue;
    }
    zones.push_back({marking.begin, marking.end, false});
    if (marking.form == MarkingForm::span) {
      zones.push_back({marking.close, marking.close + 1, false});
    }
  }
  return zones;
}

}  // namespace opsg::restricted
