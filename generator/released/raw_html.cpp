#include "raw_html.h"

#include <fmt/format.h>

#include <string_view>

#include "markdown_walk.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";

enum class Html { comments, unclosed_comment, markup };

Html kind_of(std::string_view html) {
  for (html = trim(html); html.starts_with(kOpen);) {
    // "<!-->" is a whole comment to a browser, and to cmark's blocks.
    const std::size_t close = html.find(kClose, 2);
    if (close == std::string_view::npos) return Html::unclosed_comment;
    html = trim(html.substr(close + kClose.size()));
  }
  return html.empty() ? Html::comments : Html::markup;
}

void report(std::string_view html, SourceSpan span, Diagnostics& diagnostics) {
  const Html kind = kind_of(html);
  if (kind == Html::unclosed_comment) {
    diagnostics.error("comment-unclosed", std::move(span), "this comment is never closed")
        .with_help("end it with `-->`: all that follows it would be lost");
  } else if (kind == Html::markup) {
    diagnostics.error("raw-html", std::move(span), "HTML is not allowed in a record")
        .with_help("write Markdown, or a backslash before the `<` that is meant as one");
  }
}

void report_inline(const MarkdownNode* html, BlockCursor& cursor, Diagnostics& diagnostics) {
  const std::string_view literal = html->text();
  report(literal, cursor.find(literal.substr(0, literal.find('\n'))), diagnostics);
}

}  // namespace

void report_raw_html(const MarkdownNode* root, const FragmentLines& lines,
                     Diagnostics& diagnostics) {
  BlockCursor cursor(lines, root);
  for (MarkdownWalk walk(root); walk.next();) {
    if (!walk.entering()) continue;
    const MarkdownNode* node = walk.node();
    const MarkdownKind type = node->kind();
    if (type == MarkdownKind::html_block) {
      report(node->text(), lines.block_span(node), diagnostics);
    } else if (type == MarkdownKind::html_inline) {
      report_inline(node, cursor, diagnostics);
    } else if (node->is_block()) {
      cursor = BlockCursor(lines, node);
    }
  }
}

}  // namespace opsg::released
