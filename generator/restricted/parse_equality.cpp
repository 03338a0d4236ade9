#include "parse_equality.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
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

/// What to do where an outline goes on with that token, and another one with something else. Empty
/// where the token does not tell.
std::string_view remedy(const OutlineToken& token) {
  if (token.kind != Kind::open) return {};
  const auto is_a = [&](std::string_view type) { return token.value.starts_with(type); };
  if (is_a("link ") || is_a("image ")) {
    return "keep a link and its definition (`[name]: address`) in the same portion, or write the "
           "address into the link: `[text](address)`";
  }
  if (is_a("emph ") || is_a("strong ")) {
    return "put the `*` or `_` of emphasis inside the marking's brackets";
  }
  return {};
}

/// Where text differs, what follows it tells why.
std::string_view remedy(std::span<const OutlineToken> expected,
                        std::span<const OutlineToken> actual) {
  constexpr std::size_t kNear = 2;
  for (const auto& outline : {expected, actual}) {
    for (const OutlineToken& token : outline.first(std::min(outline.size(), kNear))) {
      if (const std::string_view found = remedy(token); !found.empty()) return found;
    }
  }
  return "put a paragraph or a comment (`<!-- -->`) between lists or code that would join; write a "
         "marking behind `- ` or `1. `, and at the end of a heading";
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

std::optional<ParseEquality::Difference> ParseEquality::find_difference(const Outline& expected,
                                                                        const Outline& actual,
                                                                        std::size_t first_block) {
  const auto [at, found] =
      std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
  if (at == expected.end() && found == actual.end()) return std::nullopt;
  return Difference{at == expected.end() ? first_block : at->owner,
                    remedy({at, expected.end()}, {found, actual.end()})};
}

std::optional<ParseEquality::Difference> ParseEquality::find_disturbed() const {
  const Outline original = normalized(outline_of(marked_.parsed));
  return find_difference(original, normalized(marks_.without_marks(marked_outline_)), 0);
}

void ParseEquality::check(const Region& region, const Fragment& cleared,
                          Diagnostics& diagnostics) const {
  if (disturbed_) return report(*disturbed_, diagnostics);
  const Outline actual = normalized(outline_markdown(cleared.text));
  const auto difference = find_difference(expected_outline(region), actual, region.first_block);
  if (difference) report(*difference, diagnostics);
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

void ParseEquality::report(const Difference& difference, Diagnostics& diagnostics) const {
  const BlockTree& tree = marked_.document.tree;
  const std::uint32_t line = std::max<std::uint32_t>(tree[difference.block].first_line, 1);
  Diagnostic& found = diagnostics.error(
      "structure-changed", body_line(body_, tree.lines(), line),
      "this would read differently once what is withheld and the markings are taken out");
  if (const MarkedPortion* between = portion_between_lists(difference.block)) {
    found.note("the withheld block between two lists, which would join", between->portion.marking);
    found.with_help("put a paragraph or a comment (`<!-- -->`) between the lists");
    return;
  }
  found.with_help(std::string(difference.remedy));
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
