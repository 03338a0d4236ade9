#include "marked_document.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "ascii.h"
#include "marking_comments.h"
#include "unmarked_text.h"

namespace opsg::restricted {
namespace {

/// A cell's `\|` is a '|' before the parser looks for code (GFM 4.10).
std::string without_escaped_pipes(std::string literal) {
  std::size_t at = 0;
  while ((at = literal.find("\\|", at)) != std::string::npos) literal.erase(at++, 1);
  return literal;
}

std::vector<std::string> literals_of(const std::vector<InlineAtom>& atoms, BlockKind kind) {
  std::vector<std::string> literals;
  for (const InlineAtom& atom : atoms) {
    literals.push_back(kind == BlockKind::cell ? without_escaped_pipes(atom.literal)
                                               : atom.literal);
  }
  return literals;
}

std::vector<InlineAtom> comments_of(std::string_view html) {
  std::vector<InlineAtom> atoms = find_inline_atoms(html);
  std::erase_if(atoms, [](const InlineAtom& atom) { return !atom.comment; });
  return atoms;
}

PlacedMarking placed(const Marking& found, const InlineText& text) {
  PlacedMarking marking;
  marking.form = found.form;
  marking.level = found.level;
  marking.begin = text.source(found.begin);
  marking.end =
      found.form == MarkingForm::span ? text.source(found.end) : text.source_end(found.end);
  marking.bracket = text.source(found.bracket);
  marking.name_end = text.source_end(found.name_end);
  marking.close = found.form == MarkingForm::span ? text.source(found.close) : 0;
  marking.block = text.block();
  return marking;
}

PlacedNearMiss placed(const NearMiss& found, const InlineText& text) {
  const bool at_start = text.text().find_first_not_of(" *_~") >= found.begin;
  return {found.slip,
          text.place(),
          at_start,
          text.source(found.begin),
          text.source_end(found.end),
          found.meant->capitals,
          found.meant->level};
}

bool is_in_item(const BlockTree& tree, std::size_t paragraph) {
  return tree[tree[paragraph].parent].kind == BlockKind::item;
}

/// A list of statuses: `- RED`.
bool is_whole_item(const BlockTree& tree, std::size_t paragraph, std::string_view behind) {
  const bool text_follows = std::any_of(behind.begin(), behind.end(), is_word_byte);
  return !text_follows && tree[tree[paragraph].parent].kind == BlockKind::item &&
         tree.is_first_child(paragraph) && tree.next_sibling(paragraph) == tree.size();
}

class MarkingReader {
 public:
  MarkingReader(BlockTree tree, const LevelNames& names)
      : names_(names), document_{std::move(tree), {}, {}, {}} {}

  MarkedDocument read() {
    for (const InlineText& text : inline_texts(document_.tree)) scan(text);
    const auto by_place = [](const auto& a, const auto& b) { return a.begin < b.begin; };
    std::stable_sort(document_.markings.begin(), document_.markings.end(), by_place);
    std::stable_sort(document_.near_misses.begin(), document_.near_misses.end(), by_place);
    return std::move(document_);
  }

 private:
  void scan(const InlineText& text) {
    if (is_plainly_unmarked(text.text(), names_)) return;
    const Block& block = document_.tree[text.block()];
    std::vector<InlineAtom> atoms;
    if (text.place() != TextPlace::elsewhere) {
      atoms = find_inline_atoms(text.text());
    } else if (block.kind == BlockKind::html_block) {
      atoms = comments_of(text.text());
    }
    const std::vector<NearMiss> comments = find_marking_comments(atoms, names_);
    const bool clear =
        text.place() == TextPlace::elsewhere || literals_of(atoms, block.kind) == block.atoms;
    if (!clear) atoms.clear();
    ScannedText found = scan_markings(text.text(), text.place(), atoms, names_);
    std::erase_if(found.near_misses, [&](const NearMiss& miss) {
      if (miss.slip == Slip::status_end) return is_in_item(document_.tree, text.block());
      return miss.slip == Slip::alone &&
             is_whole_item(document_.tree, text.block(),
                           std::string_view(text.text()).substr(miss.end));
    });
    found.near_misses.insert(found.near_misses.end(), comments.begin(), comments.end());
    const bool any = !found.markings.empty() || !found.near_misses.empty();
    if (any && !clear) document_.unclear.push_back(text.block());
    for (const Marking& marking : found.markings) {
      document_.markings.push_back(placed(marking, text));
    }
    for (const NearMiss& miss : found.near_misses) {
      document_.near_misses.push_back(placed(miss, text));
    }
  }

  const LevelNames& names_;
  MarkedDocument document_;
};

}  // namespace

MarkedDocument read_markings(BlockTree tree, const LevelNames& names) {
  return MarkingReader(std::move(tree), names).read();
}

}  // namespace opsg::restricted
