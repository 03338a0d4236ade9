#include "block_text.h"

#include <algorithm>

#include "text.h"

namespace opsg::restricted {
namespace {

/// The offset in the line behind the prefixes of the block's containers and indents.
std::size_t content_offset(const BlockTree& tree, std::size_t block, std::uint32_t line) {
  LineCursor cursor = tree.content_of(tree.container_of(block), line);
  cursor.skip_indent();
  return cursor.offset();
}

void add_line(InlineText& text, const BlockTree& tree, std::size_t block, std::uint32_t line) {
  const std::size_t offset = content_offset(tree, block, line);
  text.add_line(tree.lines()[line].substr(offset), tree.lines().begin(line) + offset);
}

InlineText lines_of(const BlockTree& tree, std::size_t block, TextPlace place) {
  InlineText text(block, place);
  const Block& at = tree[block];
  if (at.first_line == 0) return text;
  for (std::uint32_t line = at.first_line; line <= at.last_line; ++line) {
    add_line(text, tree, block, line);
  }
  return text;
}

/// What an ATX heading closes with is no part of it (CommonMark 4.2).
std::string_view without_closing_sequence(std::string_view content) {
  content = trim_right(content);
  const std::size_t last = content.find_last_not_of('#');
  if (last == std::string_view::npos) return {};
  const bool closed = content[last] == ' ' || content[last] == '\t';
  return closed ? trim_right(content.substr(0, last)) : content;
}

InlineText atx_heading(const BlockTree& tree, std::size_t block) {
  const std::uint32_t line = tree[block].first_line;
  const std::string_view source = tree.lines()[line];
  const std::size_t marker = content_offset(tree, block, line);
  const std::size_t marker_end = std::min(source.find_first_not_of('#', marker), source.size());
  const std::size_t begin = std::min(source.find_first_not_of(" \t", marker_end), source.size());
  InlineText text(block, TextPlace::heading);
  text.add_line(without_closing_sequence(source.substr(begin)), tree.lines().begin(line) + begin);
  return text;
}

/// The row's next cell ends at a '|' without a backslash before it, code or not (GFM 4.10).
std::size_t cell_end(std::string_view row, std::size_t at) {
  while ((at = row.find('|', at)) != std::string_view::npos) {
    if (at == 0 || row[at - 1] != '\\') return at;
    ++at;
  }
  return row.size();
}

void add_cells(std::vector<InlineText>& texts, const BlockTree& tree, std::size_t row) {
  const std::uint32_t line = tree[row].first_line;
  const std::string_view source = trim_right(tree.lines()[line]);
  std::size_t at = content_offset(tree, row, line);
  if (at < source.size() && source[at] == '|') ++at;
  std::size_t cell = row + 1;
  for (TextPlace place = TextPlace::first_cell; at < source.size(); place = TextPlace::cell) {
    const std::size_t end = cell_end(source, at);
    const bool excess = cell >= tree[row].end;
    const std::size_t begin = std::min(source.find_first_not_of(" \t", at), end);
    InlineText text(excess ? row : cell++, excess ? TextPlace::elsewhere : place);
    text.add_line(source.substr(begin, end - begin), tree.lines().begin(line) + begin);
    texts.push_back(std::move(text));
    at = end + 1;
  }
}

void add_texts(std::vector<InlineText>& texts, const BlockTree& tree, std::size_t block) {
  const Block& at = tree[block];
  if (at.first_line == 0) return;
  if (at.kind == BlockKind::paragraph || at.kind == BlockKind::heading) {
    texts.push_back(inline_text(tree, block));
  } else if (at.kind == BlockKind::row) {
    add_cells(texts, tree, block);
  } else if (at.kind == BlockKind::html_block || (at.kind == BlockKind::code_block && !at.fenced)) {
    texts.push_back(lines_of(tree, block, TextPlace::elsewhere));
  }
}

bool holds_no_other(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::table ||
         kind == BlockKind::code_block || kind == BlockKind::html_block;
}

std::vector<bool> covered_lines(const BlockTree& tree) {
  std::vector<bool> covered(tree.lines().count() + 1, false);
  for (const Block& block : tree.blocks()) {
    if (!holds_no_other(block.kind) || block.first_line == 0) continue;
    std::fill(covered.begin() + block.first_line, covered.begin() + block.last_line + 1, true);
  }
  return covered;
}

void add_uncovered_lines(std::vector<InlineText>& texts, const BlockTree& tree) {
  const std::vector<bool> covered = covered_lines(tree);
  bool continues = false;
  for (std::uint32_t line = 1; line <= tree.lines().count(); ++line) {
    const bool uncovered = !covered[line] && !tree.is_blank(line);
    if (uncovered && !continues) texts.emplace_back(0, TextPlace::elsewhere);
    if (uncovered) texts.back().add_line(tree.lines()[line], tree.lines().begin(line));
    continues = uncovered;
  }
}

}  // namespace

void InlineText::add_line(std::string_view stretch, std::size_t source_offset) {
  if (!pieces_.empty()) text_ += '\n';
  pieces_.push_back({text_.size(), source_offset});
  text_ += stretch;
}

std::size_t InlineText::source(std::size_t offset) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), offset,
      [](std::size_t wanted, const Piece& piece) { return wanted < piece.text_begin; });
  const Piece& piece = *(after - 1);
  return piece.source_begin + (offset - piece.text_begin);
}

std::size_t InlineText::source_end(std::size_t offset) const {
  return offset == 0 ? source(0) : source(offset - 1) + 1;
}

std::vector<InlineText> inline_texts(const BlockTree& tree) {
  std::vector<InlineText> texts;
  for (std::size_t block = 0; block < tree.size(); ++block) add_texts(texts, tree, block);
  add_uncovered_lines(texts, tree);
  return texts;
}

InlineText inline_text(const BlockTree& tree, std::size_t block) {
  const bool heading = tree[block].kind == BlockKind::heading;
  if (heading && !is_setext_heading(tree, block)) return atx_heading(tree, block);
  return lines_of(tree, block, heading ? TextPlace::heading : TextPlace::paragraph);
}

bool is_setext_heading(const BlockTree& tree, std::size_t block) {
  if (tree[block].kind != BlockKind::heading || tree[block].first_line == 0) return false;
  const std::uint32_t line = tree[block].first_line;
  return !tree.lines()[line].substr(content_offset(tree, block, line)).starts_with('#');
}

}  // namespace opsg::restricted
