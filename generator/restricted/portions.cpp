#include "portions.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "marked_body.h"
#include "marking_mention.h"
#include "near_miss_report.h"
#include "parse_equality.h"
#include "portion_rules.h"
#include "redaction.h"
#include "structure_rules.h"
#include "unmarked_text.h"
#include "withholding.h"

namespace opsg::restricted {
namespace {

Portion document_portion(const MarkdownBody& body, Level label, const SourceSpan& label_span) {
  const std::uint32_t lines = SourceLines(body.text).count();
  Portion document;
  document.level = label;
  document.marking = label_span;
  document.first_line = body.first_line;
  document.last_line = body.first_line + std::max<std::uint32_t>(lines, 1) - 1;
  return document;
}

void report_all(const MarkedBody& marked, const PortionMap& map, const MarkingContext& context,
                Diagnostics& diagnostics) {
  if (context.rules.near_misses) report_near_misses(marked.document, map.body, diagnostics);
  check_portions(marked, map.body, map.portions.front(), context, diagnostics);
  if (!context.rules.structure) return;
  check_structure(marked, map.body, diagnostics);
  check_span_boundaries(marked, map.body, diagnostics);
}

/// A text in which nothing is marked passes as it is.
Fragment whole_text(const MarkdownBody& body) {
  Fragment fragment{std::string(body.text), {}};
  fragment.original_lines.resize(SourceLines(body.text).count());
  std::iota(fragment.original_lines.begin(), fragment.original_lines.end(), body.first_line);
  return fragment;
}

bool admits_document(const PortionMap& map, const Clearance& clearance, const GateRules& rules) {
  const Portion& document = map.portions.front();
  return clearance.admits(document.level) || !rule_applies(PortionKind::document, rules);
}

std::vector<Region> cleared_regions(const PortionMap& map, const Withholding& withheld,
                                    bool whole) {
  const BlockTree& tree = map.marked->document.tree;
  if (whole) return {whole_body(tree)};
  std::vector<Region> extracts;
  for (std::size_t i = 0; i < map.marked->portions.size(); ++i) {
    const MarkedPortion& portion = map.marked->portions[i];
    if (portion.portion.extract && !withheld.portions[i]) {
      extracts.push_back(extract_region(tree, portion));
    }
  }
  return extracts;
}

Level level_around(const std::vector<MarkedPortion>& portions, std::size_t at, Level label) {
  for (const MarkedPortion& portion : portions) {
    if (portion.begin <= at && at < portion.end) label = portion.portion.level;
  }
  return label;
}

/// Whether a near-miss of the document's own level is nothing but its label once more: `<!-- AMBER
/// -->`, "Protective marking - AMBER". What another scheme means is never more closed than all. In
/// an extract it says that the extract is none.
bool repeats_label(const PlacedNearMiss& miss, const std::vector<MarkedPortion>& portions,
                   Level label) {
  if (miss.level != label || level_around(portions, miss.begin, label) < label) return false;
  const bool ends = miss.slip == Slip::bare_end || miss.slip == Slip::status_end;
  const bool foreign = miss.slip == Slip::foreign;
  return foreign || miss.slip == Slip::comment || (ends && miss.place != TextPlace::heading);
}

}  // namespace

PortionMap find_portions(const MarkdownBody& body, Level label, const SourceSpan& label_span,
                         const MarkingContext& context, Diagnostics& diagnostics) {
  PortionMap map{body, {document_portion(body, label, label_span)}, false, nullptr};
  const LevelNames& names = context.names;
  if (is_plainly_unmarked(body.text, names) || !mentions_marking(body.text, names)) return map;

  Diagnostics found;
  MarkdownTree parsed = parse_markdown(body.text);
  MarkedDocument document = read_markings(BlockTree(body.text, parsed), names);
  std::vector<MarkedPortion> portions = find_extents(document, body, label);
  std::erase_if(document.near_misses,
                [&](const PlacedNearMiss& miss) { return repeats_label(miss, portions, label); });
  if (document.empty()) {
    if (context.rules.structure) check_hiding_structure(document.tree, body, found);
  } else {
    const auto marked = std::make_shared<const MarkedBody>(
        MarkedBody{std::move(document), std::move(portions), std::move(parsed)});
    for (const MarkedPortion& portion : marked->portions) map.portions.push_back(portion.portion);
    map.marked = marked;
    report_all(*marked, map, context, found);
  }
  map.doubtful = found.has_errors();
  diagnostics.append(std::move(found));
  return map;
}

std::vector<Fragment> clear_portions(const PortionMap& map, const Clearance& clearance,
                                     const MarkingContext& context, Diagnostics& diagnostics) {
  if (map.doubtful) return {};
  const bool whole = admits_document(map, clearance, context.rules);
  if (!map.has_markings())
    return whole ? std::vector{whole_text(map.body)} : std::vector<Fragment>();

  const Withholding withheld = withhold(*map.marked, clearance, context.rules);
  const std::vector<Region> regions = cleared_regions(map, withheld, whole);
  std::vector<Fragment> fragments;
  for (const Region& region : regions) {
    fragments.push_back(redact(*map.marked, withheld, region, map.body));
  }
  if (!context.rules.parse_equality || regions.empty()) return fragments;
  const ParseEquality equality(*map.marked, withheld, map.body);
  for (std::size_t i = 0; i < regions.size(); ++i) {
    equality.check(regions[i], fragments[i], diagnostics);
  }
  return fragments;
}

std::vector<std::uint32_t> withheld_lines(const PortionMap& map, const Clearance& clearance) {
  const Portion& document = map.portions.front();
  const std::uint32_t first = document.first_line;
  std::vector<bool> withheld(document.last_line - first + 1, map.doubtful);
  for (const Portion& portion : map.portions) {
    const bool hides = map.doubtful || !clearance.admits(portion.level);
    if (portion.kind == PortionKind::span && !hides) continue;
    const auto begin = withheld.begin() + (portion.first_line - first);
    std::fill(begin, begin + (portion.last_line - portion.first_line + 1), hides);
  }
  std::vector<std::uint32_t> lines;
  for (std::uint32_t i = 0; i < withheld.size(); ++i) {
    if (withheld[i]) lines.push_back(first + i);
  }
  return lines;
}

}  // namespace opsg::restricted
