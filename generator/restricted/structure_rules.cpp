#include "structure_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "body_places.h"
#include "markdown_outline.h"
#include "text.h"

namespace opsg::restricted {
namespace {

struct HtmlEnclosure {
  std::string_view begin;
  std::string_view end;
};

/// What HTML blocks of the kinds 1 to 5 begin and end with (CommonMark 4.6).
constexpr std::array kEnclosures = {
    HtmlEnclosure{"<!--", "-->"},          HtmlEnclosure{"<?", "?>"},
    HtmlEnclosure{"<![CDATA[", "]]>"},     HtmlEnclosure{"<!", ">"},
    HtmlEnclosure{"<script", "</script>"}, HtmlEnclosure{"<pre", "</pre>"},
    HtmlEnclosure{"<style", "</style>"},   HtmlEnclosure{"<textarea", "</textarea>"},
};

bool is_open_html(const Block& block) {
  const std::string html = ascii_lower(trim(block.literal));
  const auto* enclosure = std::find_if(kEnclosures.begin(), kEnclosures.end(), [&](const auto& e) {
    return starts_with_ignoring_case(html, e.begin);
  });
  if (enclosure == kEnclosures.end()) return false;
  return html.find(ascii_lower(enclosure->end), 1) == std::string::npos;
}

class StructureChecker {
 public:
  StructureChecker(const BlockTree& tree, const MarkdownBody& body, Diagnostics& diagnostics)
      : tree_(tree), body_(body), diagnostics_(diagnostics) {}

  void check_all() {
    for (std::size_t block = 1; block < tree_.size(); ++block) {
      check_place(block);
      check_heading(block);
      check_table(block);
      check_definition(block);
    }
    check_hiding();
  }

  void check_hiding() {
    for (std::size_t block = 1; block < tree_.size(); ++block) {
      check_fence(block);
      check_html(block);
    }
    check_nul();
  }

  void check_code(const MarkedDocument& document) {
    for (std::size_t block : document.unclear) {
      report("structure-unclear-code", block, "where code begins and ends here is not certain",
             "keep `<...>` and link targets with backticks out of a block with a marking");
    }
  }

  /// The parser could take such a bracket for a link or a definition.
  void check_span(const PlacedMarking& marking) {
    if (marking.form != MarkingForm::span) return;
    const std::string_view after = tree_.lines().text().substr(marking.close + 1, 1);
    if (after.empty() || std::string_view("([:").find(after) == std::string_view::npos) return;
    diagnostics_
        .error("marking-span-followed",
               body_span(body_, tree_.lines(), marking.begin, marking.close + 2),
               fmt::format("`{}` behind a marked span makes a link of it", after))
        .with_help(fmt::format("put a space or a backslash between `]` and `{}`", after));
  }

 private:
  void report(std::string_view code, std::size_t block, std::string message, std::string help) {
    const std::uint32_t line = std::max<std::uint32_t>(tree_[block].first_line, 1);
    diagnostics_.error(code, body_line(body_, tree_.lines(), line), std::move(message))
        .with_help(std::move(help));
  }

  void check_place(std::size_t index) {
    const Block& block = tree_[index];
    const Block& parent = tree_[block.parent];
    if (block.kind == BlockKind::cell) return;
    if (block.first_line == 0 && touches_table(index)) return;
    const bool leaves_parent =
        block.first_line < parent.first_line || block.last_line > parent.last_line;
    const bool overlaps = !tree_.is_first_child(index) && overlaps_line_before(index);
    if (block.first_line != 0 && !leaves_parent && !overlaps) return;
    report("structure-overlap", index,
           "where this block begins and ends is not certain in a document with markings",
           "put a blank line before and behind it, and close what is open");
  }

  /// The parser loses the lines of a paragraph whose last line became a table's header.
  bool touches_table(std::size_t index) const {
    const std::size_t next = tree_.next_sibling(index);
    return next != tree_.size() && tree_[next].kind == BlockKind::table;
  }

  /// Siblings follow each other in the list, so the block before ends a descendant.
  bool overlaps_line_before(std::size_t index) const {
    std::size_t before = index - 1;
    while (tree_[before].parent != tree_[index].parent) before = tree_[before].parent;
    return tree_[before].last_line >= tree_[index].first_line;
  }

  void check_heading(std::size_t block) {
    if (is_empty_heading(block)) {
      report("structure-empty-heading", block,
             "a heading without words can end a marked section by accident",
             "give it words, or remove it");
    }
    if (!is_setext_heading(tree_, block)) return;
    report("structure-setext-heading", block,
           "an underlined heading can end a marked section by accident",
           "write it with `#` in a document with markings; a rule (`---`) needs a blank line "
           "before it");
  }

  bool is_empty_heading(std::size_t block) const {
    return tree_[block].kind == BlockKind::heading && tree_[block].first_line != 0 &&
           trim(inline_text(tree_, block).text()).empty();
  }

  void check_table(std::size_t index) {
    const Block& table = tree_[index];
    if (table.kind != BlockKind::table) return;
    const std::uint32_t before = table.first_line - 1;
    const bool first_line = before < std::max<std::uint32_t>(tree_[table.parent].first_line, 1);
    const bool shared = tree_[index - 1].first_line == 0;
    if (!shared && (first_line || tree_.is_blank(before))) return;
    report("structure-touching-table", index, "this table touches the text before it",
           "put a blank line before a table in a document with markings");
  }

  /// A definition in front of a paragraph leaves no node: the parser counts its lines to the
  /// paragraph and drops its text.
  void check_definition(std::size_t index) {
    if (tree_[index].kind != BlockKind::paragraph || tree_[index].first_line == 0) return;
    const InlineText text = inline_text(tree_, index);
    if (!text.text().starts_with('[')) return;
    if (text.text().find("]:") == std::string::npos || reads_whole(text.text())) return;
    report("structure-shared-definition", index,
           "a link definition shares a paragraph with what follows",
           "put a blank line behind the definition in a document with markings");
  }

  /// Whether a paragraph keeps all of its text where a definition could not begin it.
  static bool reads_whole(const std::string& paragraph) {
    return "x" + text_of(outline_markdown(paragraph)) == text_of(outline_markdown("x" + paragraph));
  }

  void check_fence(std::size_t index) {
    const Block& block = tree_[index];
    if (block.kind != BlockKind::code_block || !block.fenced || is_closed_fence(index)) return;
    report("structure-open-fence", index, "this code is never closed", "close the fence");
  }

  bool is_closed_fence(std::size_t index) const {
    const Block& block = tree_[index];
    const std::string_view open = tree_.lines().text().substr(block.offset);
    const std::size_t length = open.find_first_not_of(open.front());
    if (block.last_line == block.first_line) return false;
    LineCursor cursor = tree_.content_of(tree_.container_of(index), block.last_line);
    cursor.skip_indent();
    const std::string_view last =
        trim_right(tree_.lines()[block.last_line].substr(cursor.offset()));
    return last.size() >= length && last.find_first_not_of(open.front()) == std::string_view::npos;
  }

  void check_html(std::size_t index) {
    const Block& block = tree_[index];
    if (block.kind != BlockKind::html_block || !is_open_html(block)) return;
    report("structure-open-html", index, "this HTML is never closed",
           "close it (a comment with `-->`)");
  }

  void check_nul() {
    const std::size_t at = tree_.lines().text().find('\0');
    if (at == std::string_view::npos) return;
    diagnostics_
        .error("structure-nul", body_span(body_, tree_.lines(), at, at + 1),
               "a NUL byte in a document with markings")
        .with_help("save the file as plain UTF-8 text");
  }

  const BlockTree& tree_;
  const MarkdownBody& body_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_structure(const MarkedBody& marked, const MarkdownBody& body, Diagnostics& diagnostics) {
  StructureChecker checker(marked.document.tree, body, diagnostics);
  checker.check_all();
  checker.check_code(marked.document);
  for (const PlacedMarking& marking : marked.document.markings) checker.check_span(marking);
}

void check_hiding_structure(const BlockTree& tree, const MarkdownBody& body,
                            Diagnostics& diagnostics) {
  StructureChecker(tree, body, diagnostics).check_hiding();
}

}  // namespace opsg::restricted
