#include "parse_equality.h"

#include <algorithm>
#include <utility>

#include "body_places.h"
#include "list_starts.h"

namespace opsg::restricted {
namespace {

using Kind = OutlineToken::Kind;

std::string marked_text(const MarkedBody& marked, const Withholding& withheld,
                        const ZoneMarks& marks) {
  return marks.mark(marked.document.tree.lines(), zones_of(marked, withheld));
}

OutlineToken opening(std::string value, std::size_t owner) {
  OutlineToken token;
  token.kind = Kind::open;
  token.value = std::move(value);
  token.block = true;
  token.owner = owner;
  return token;
}

OutlineToken closing() {
  OutlineToken token;
  token.kind = Kind::close;
  token.block = true;
  return token;
}

/// The list around an item that is published by itself.
OutlineToken list_around(const Outline& outline, std::size_t list) {
  OutlineToken token = *std::find_if(outline.begin(), outline.end(), [&](const auto& candidate) {
    return candidate.kind == Kind::open && candidate.block && candidate.owner == list;
  });
  if (token.list_start != 0) token.list_start = 1;
  return token;
}

void enclose(Outline& outline, OutlineToken open) {
  outline.insert(outline.begin(), std::move(open));
  outline.push_back(closing());
}

}  // namespace

ParseEquality::ParseEquality(const MarkedBody& marked, const Withholding& withheld,
                             const MarkdownBody& body)
    : marked_(marked),
      withheld_(withheld),
      body_(body),
      marks_(body.text),
      marked_outline_(outline_markdown(marked_text(marked, withheld, marks_))),
      disturbed_(find_disturbed()) {}

std::optional<std::size_t> ParseEquality::find_disturbed() const {
  const Outline original = normalized(outline_of(marked_.parsed));
  const Outline unmarked = normalized(marks_.without_marks(marked_outline_));
  const auto [same, other] =
      std::mismatch(original.begin(), original.end(), unmarked.begin(), unmarked.end());
  if (same == original.end() && other == unmarked.end()) return std::nullopt;
  return same == original.end() ? 0 : same->owner;
}

void ParseEquality::check(const Region& region, const Fragment& cleared,
                          Diagnostics& diagnostics) const {
  if (disturbed_) return report(*disturbed_, diagnostics);
  const Outline expected = expected_outline(region);
  const Outline actual = normalized(outline_markdown(cleared.text));
  const auto [at, found] =
      std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
  if (at == expected.end() && found == actual.end()) return;
  report(at == expected.end() ? region.first_block : at->owner, diagnostics);
}

Outline ParseEquality::expected_outline(const Region& region) const {
  const BlockTree& tree = marked_.document.tree;
  const ListStarts starts(tree, withheld_, region);
  Outline kept;
  for (const OutlineToken& token : marked_outline_) {
    const bool outside = token.owner < region.first_block || token.owner >= region.end_block;
    if (outside || withheld_.blocks[token.owner]) continue;
    kept.push_back(token);
    const bool list = token.kind == Kind::open && tree[token.owner].kind == BlockKind::list;
    if (list && token.block) {
      kept.back().list_start = starts.of(token.owner).value_or(token.list_start);
    }
  }
  if (tree[region.first_block].kind == BlockKind::item) {
    enclose(kept, list_around(marked_outline_, tree[region.first_block].parent));
  }
  if (!region.whole()) enclose(kept, opening(marked_outline_.front().value, region.first_block));
  return normalized(marks_.read(kept).outline);
}

/// The withheld portion between the list that is or holds `block` and a list behind it: without
/// it the two are one.
const MarkedPortion* ParseEquality::portion_between_lists(std::size_t block) const {
  const BlockTree& tree = marked_.document.tree;
  for (std::size_t i = 0; i < marked_.portions.size(); ++i) {
    const MarkedPortion& portion = marked_.portions[i];
    const bool blocks = portion.end_block > portion.first_block && portion.end_block < tree.size();
    if (!withheld_.portions[i] || !blocks || tree.is_first_child(portion.first_block)) continue;
    if (tree[portion.end_block].kind != BlockKind::list) continue;
    const std::size_t parent = tree[portion.first_block].parent;
    if (tree[portion.end_block].parent != parent) continue;
    std::size_t before = parent + 1;
    while (tree[before].end < portion.first_block) before = tree[before].end;
    const bool at_block = before <= block && block < tree[portion.end_block].end;
    if (tree[before].kind == BlockKind::list && at_block) return &portion;
  }
  return nullptr;
}

void ParseEquality::report(std::size_t block, Diagnostics& diagnostics) const {
  const BlockTree& tree = marked_.document.tree;
  const std::uint32_t line = std::max<std::uint32_t>(tree[block].first_line, 1);
  Diagnostic& found = diagnostics.error(
      "structure-changed", body_line(body_, tree.lines(), line),
      "this would read differently once what is withheld and the markings are taken out");
  if (const MarkedPortion* between = portion_between_lists(block)) {
    found.note("the withheld block between two lists, which would join", between->portion.marking);
    found.with_help("put a paragraph or a comment (`<!-- -->`) between the lists");
    return;
  }
  found.with_help(
      "put a paragraph or a comment (`<!-- -->`) between lists or code that would join; keep a "
      "link and its definition in the same portion; start no marked text with Markdown");
}

void check_span_boundaries(const MarkedBody& marked, const MarkdownBody& body,
                           Diagnostics& diagnostics) {
  const SourceLines& lines = marked.document.tree.lines();
  std::vector<Zone> zones;
  for (const PlacedMarking& marking : marked.document.markings) {
    if (marking.form == MarkingForm::span)
      zones.push_back({marking.begin, marking.close + 1, true});
  }
  if (zones.empty()) return;
  const ZoneMarks marks(body.text);
  const auto found = marks.read(outline_markdown(marks.mark(lines, zones))).zones;
  auto next = found.begin();
  for (const PlacedMarking& marking : marked.document.markings) {
    if (marking.form != MarkingForm::span) continue;
    while (next != found.end() && next->owner < marking.block) ++next;
    const bool seen = next != found.end() && next->owner == marking.block;
    const bool whole = seen && next->whole;
    if (seen) ++next;
    if (whole) continue;
    diagnostics
        .error("marking-span-boundary", body_span(body, lines, marking.begin, marking.close + 1),
               "this span does not begin and end in the same text")
        .with_help("open and close it on the same side of emphasis, of a link and of its title");
  }
}

}  // namespace opsg::restricted
