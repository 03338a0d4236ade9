#include "markdown_html.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <string_view>

#include "html_url.h"
#include "markdown_tree.h"
#include "safe_html.h"
#include "text.h"
#include "text_run.h"

namespace opsg::released {
namespace {

constexpr std::string_view kHeadingSign = "#";
constexpr std::string_view kParagraphSign = "\u00b6";

bool is_block(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

bool is_top_level(cmark_node* block) {
  cmark_node* parent = cmark_node_parent(block);
  return parent != nullptr && cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT;
}

/// What holds other elements than text has no place for a permalink.
bool needs_frame(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return is_block(node) && type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING;
}

/// The element of a node that is nothing but its element.
std::string_view plain_element(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      return "blockquote";
    case CMARK_NODE_EMPH:
      return "em";
    case CMARK_NODE_STRONG:
      return "strong";
    default:  // The types of extensions are known by name only.
      return std::string_view(cmark_node_get_type_string(node)) == "strikethrough" ? "del" : "";
  }
}

cmark_node* parent_of_type(cmark_node* node, cmark_node_type type) {
  cmark_node* parent = node == nullptr ? nullptr : cmark_node_parent(node);
  return parent != nullptr && cmark_node_get_type(parent) == type ? parent : nullptr;
}

/// A tight list's paragraphs are written without `<p>`.
bool is_in_tight_list(cmark_node* paragraph) {
  cmark_node* list = parent_of_type(parent_of_type(paragraph, CMARK_NODE_ITEM), CMARK_NODE_LIST);
  return list != nullptr && cmark_node_get_list_tight(list) != 0;
}

std::string_view alignment_class(char alignment) {
  switch (alignment) {
    case 'c':
      return " class=\"align-center\"";
    case 'r':
      return " class=\"align-right\"";
    default:
      return {};
  }
}

}  // namespace

void MarkdownHtml::write(cmark_node* root) {
  MarkdownWalk walk(root);
  while (walk.next()) {
    if (walk.entering()) {
      enter(walk.node(), walk);
    } else {
      leave(walk.node());
    }
  }
}

std::string MarkdownHtml::take() {
  for (; open_notes_ > 0; --open_notes_) html_ += "</aside>\n";
  return std::move(html_);
}

void MarkdownHtml::enter(cmark_node* node, MarkdownWalk& walk) {
  open_frame(node);
  if (const std::string_view element = plain_element(node); !element.empty()) {
    html_.append("<").append(element).append(">");
  } else if (is_block(node)) {
    enter_block(node);
  } else {
    enter_inline(node, walk);
  }
}

void MarkdownHtml::leave(cmark_node* node) {
  if (const std::string_view element = plain_element(node); !element.empty()) {
    html_.append("</").append(element).append(is_block(node) ? ">\n" : ">");
  } else if (is_block(node)) {
    leave_block(node);
  } else if (cmark_node_get_type(node) == CMARK_NODE_LINK) {
    close_link();
  }
  close_frame(node);
}

// Raw HTML is in none of the cases below, and so is never written.

void MarkdownHtml::enter_block(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LIST:
      return open_list(node);
    case CMARK_NODE_ITEM:
      return open_item(node);
    case CMARK_NODE_CODE_BLOCK:
      return write_code_block(node);
    case CMARK_NODE_PARAGRAPH:
      return open_paragraph(node);
    case CMARK_NODE_HEADING:
      return open_heading(node);
    case CMARK_NODE_THEMATIC_BREAK:
      html_ += "<hr>\n";
      return;
    default:
      return enter_table_part(node);
  }
}

void MarkdownHtml::leave_block(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LIST:
      html_ += cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n";
      return;
    case CMARK_NODE_ITEM:
      html_ += "</li>\n";
      return;
    case CMARK_NODE_PARAGRAPH:
      return close_paragraph(node);
    case CMARK_NODE_HEADING:
      return close_heading(node);
    default:
      return leave_table_part(node);
  }
}

void MarkdownHtml::enter_inline(cmark_node* node, MarkdownWalk& walk) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
      if (begins_text_run(node)) write_text_run(node);
      return;
    case CMARK_NODE_LINEBREAK:
      html_ += "<br>\n";
      return;
    case CMARK_NODE_CODE:
      return write_code(node);
    case CMARK_NODE_LINK:
      return open_link(node);
    case CMARK_NODE_IMAGE:
      write_image(node);
      return walk.skip();
    default:
      return;
  }
}

void MarkdownHtml::enter_table_part(cmark_node* node) {
  const std::string_view type = cmark_node_get_type_string(node);
  if (type == "table") {
    html_ += "<div class=\"scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n";
  } else if (type == "table_row" || type == "table_header") {
    open_row(node);
  } else if (type == "table_cell") {
    open_cell(node);
  }
}

void MarkdownHtml::leave_table_part(cmark_node* node) {
  const std::string_view type = cmark_node_get_type_string(node);
  if (type == "table") {
    html_ += "</table>\n</div>\n";
  } else if (type == "table_row" || type == "table_header") {
    close_row(node);
  } else if (type == "table_cell") {
    html_ += in_header_row_ ? "</th>" : "</td>";
  }
}

void MarkdownHtml::open_paragraph(cmark_node* node) {
  if (services_.notes.first_blocks.contains(node)) {
    html_ += "<aside class=\"note\" role=\"note\">\n";
    ++open_notes_;
  }
  if (is_in_tight_list(node)) {
    if (cmark_node_previous(node) != nullptr) append_targets(node, true);
    return;
  }
  html_ += "<p";
  append_id(node);
  html_ += '>';
  append_targets(node, false);
}

void MarkdownHtml::close_paragraph(cmark_node* node) {
  if (is_top_level(node)) append_permalink(node, kParagraphSign);
  html_ += is_in_tight_list(node) ? "\n" : "</p>\n";
  if (open_notes_ == 0 || !services_.notes.last_blocks.contains(node)) return;
  html_ += "</aside>\n";
  --open_notes_;
}

int MarkdownHtml::heading_level(cmark_node* heading) const {
  return std::clamp(cmark_node_get_heading_level(heading) + placement_.heading_shift, 2, 6);
}

void MarkdownHtml::open_heading(cmark_node* node) {
  place_ = TextLinker::Place::heading;
  html_ += "<h" + std::to_string(heading_level(node));
  append_id(node);
  html_ += '>';
  append_targets(node, false);
}

void MarkdownHtml::close_heading(cmark_node* node) {
  append_permalink(node, kHeadingSign);
  html_ += "</h" + std::to_string(heading_level(node)) + ">\n";
  place_ = TextLinker::Place::prose;
}

void MarkdownHtml::open_list(cmark_node* node) {
  if (cmark_node_get_list_type(node) != CMARK_ORDERED_LIST) {
    html_ += "<ul>\n";
    return;
  }
  const int start = cmark_node_get_list_start(node);
  html_ += start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n";
}

void MarkdownHtml::open_item(cmark_node* node) {
  html_ += "<li";
  cmark_node* first = cmark_node_first_child(node);
  const bool takes_its_id = first != nullptr &&
                            cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH &&
                            is_in_tight_list(first);
  if (takes_its_id) append_id(first);
  html_ += '>';
  if (takes_its_id) append_targets(first, false);
}

void MarkdownHtml::open_link(cmark_node* node) {
  place_outside_link_ = place_;
  place_ = TextLinker::Place::link;
  const auto link = services_.links.link(placement_.record, cmark_node_get_url(node));
  link_is_open_ = link.has_value();
  if (!link) return;
  html_ += "<a href=\"";
  append_url(html_, link->url);
  html_ += link->external ? "\" rel=\"external noopener\">" : "\">";
}

void MarkdownHtml::close_link() {
  if (link_is_open_) html_ += "</a>";
  link_is_open_ = false;
  place_ = place_outside_link_;
}

void MarkdownHtml::open_row(cmark_node* node) {
  column_ = 0;
  in_header_row_ = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
  html_ += in_header_row_ ? "<thead>\n<tr>" : "<tr>";
}

void MarkdownHtml::close_row(cmark_node* node) {
  html_ += "</tr>\n";
  const bool is_last = cmark_node_next(node) == nullptr;
  if (in_header_row_) html_ += is_last ? "</thead>\n" : "</thead>\n<tbody>\n";
  if (!in_header_row_ && is_last) html_ += "</tbody>\n";
  in_header_row_ = false;
}

void MarkdownHtml::open_cell(cmark_node* node) {
  cmark_node* table = cmark_node_parent(cmark_node_parent(node));
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(table);
  const bool known = alignments && column_ < cmark_gfm_extensions_get_table_columns(table);
  html_ += in_header_row_ ? "<th scope=\"col\"" : "<td";
  if (known) html_ += alignment_class(static_cast<char>(alignments[column_]));
  html_ += '>';
  ++column_;
}

void MarkdownHtml::write_code_block(cmark_node* node) {
  html_ += "<pre tabindex=\"0\"><code>";
  append_escaped(html_, cmark_node_get_literal(node));
  html_ += "</code></pre>\n";
  close_frame(node);  // It holds no nodes, and so is never left.
}

void MarkdownHtml::write_code(cmark_node* node) {
  html_ += "<code>";
  append_escaped(html_, cmark_node_get_literal(node));
  html_ += "</code>";
}

void MarkdownHtml::write_image(cmark_node* node) {
  const std::string alternative = plain_text(node);
  const auto image = services_.links.image(placement_.record, cmark_node_get_url(node));
  if (!image) return append_escaped(html_, alternative);
  html_ += "<img src=\"";
  append_url(html_, image->url);
  html_ += "\" alt=\"";
  append_escaped(html_, alternative);
  html_ += "\">";
}

void MarkdownHtml::write_text_run(cmark_node* first) {
  const std::string text = text_run(first);
  const auto write = [&](std::size_t begin, std::size_t end) {
    const std::string_view part = std::string_view(text).substr(begin, end - begin);
    services_.linker.append(html_, part, place_, scope_);
  };
  std::size_t done = 0;
  const auto marks = services_.notes.marks.find(first);
  if (marks != services_.notes.marks.end()) {
    for (const NoteMark& mark : marks->second) {
      const std::size_t bracket_end = mark.offset + 1;
      write(done, mark.kind == NoteMark::Kind::end ? bracket_end : mark.offset);
      done = mark.kind == NoteMark::Kind::begin ? mark.offset : bracket_end;
      if (mark.kind == NoteMark::Kind::begin) html_ += "<span class=\"note\">";
      if (mark.kind == NoteMark::Kind::end) html_ += "</span>";
    }
  }
  write(done, text.size());
}

void MarkdownHtml::append_id(const cmark_node* block) {
  const auto ids = services_.anchors.of(block);
  if (!placement_.on_own_page || ids.empty()) return;
  html_ += " id=\"";
  append_escaped(html_, ids.front());
  html_ += '"';
}

void MarkdownHtml::append_permalink(const cmark_node* block, std::string_view sign) {
  const auto ids = services_.anchors.of(block);
  if (!placement_.on_own_page || ids.empty()) return;
  html_ += " <a class=\"permalink\" href=\"#";
  append_url(html_, ids.front());
  html_.append("\" aria-label=\"Permalink\">").append(sign).append("</a>");
}

bool MarkdownHtml::is_framed(cmark_node* node) const {
  return placement_.on_own_page && needs_frame(node) && is_top_level(node) &&
         !services_.anchors.of(node).empty();
}

void MarkdownHtml::open_frame(cmark_node* node) {
  if (!is_framed(node)) return;
  html_ += "<div class=\"block\"";
  append_id(node);
  html_ += ">\n";
}

void MarkdownHtml::close_frame(cmark_node* node) {
  if (!is_framed(node)) return;
  append_permalink(node, kParagraphSign);
  html_ += "\n</div>\n";
}

void MarkdownHtml::append_targets(const cmark_node* block, bool all) {
  if (!placement_.on_own_page) return;
  const auto ids = services_.anchors.of(block);
  for (std::size_t i = all ? 0 : 1; i < ids.size(); ++i) {
    html_ += "<span id=\"";
    append_escaped(html_, ids[i]);
    html_ += "\"></span>";
  }
}

}  // namespace opsg::released
