#include "markdown_html.h"

#include <algorithm>
#include <string_view>

#include "html_url.h"
#include "inline_text.h"
#include "safe_html.h"
#include "text.h"
#include "text_run.h"

namespace opsg::released {
namespace {

constexpr std::string_view kHeadingSign = "#";
constexpr std::string_view kParagraphSign = "\u00b6";

bool is_top_level(const MarkdownNode* block) {
  const MarkdownNode* parent = block->parent();
  return parent != nullptr && parent->is(MarkdownKind::document);
}

/// What holds other elements than text has no place for a permalink.
bool needs_frame(const MarkdownNode* node) {
  const MarkdownKind type = node->kind();
  return node->is_block() && type != MarkdownKind::paragraph && type != MarkdownKind::heading;
}

/// The element of a node that is nothing but its element.
std::string_view plain_element(const MarkdownNode* node) {
  switch (node->kind()) {
    case MarkdownKind::block_quote:
      return "blockquote";
    case MarkdownKind::emphasis:
      return "em";
    case MarkdownKind::strong:
      return "strong";
    case MarkdownKind::strikethrough:
      return "del";
    default:
      return {};
  }
}

const MarkdownNode* parent_of_type(const MarkdownNode* node, MarkdownKind type) {
  const MarkdownNode* parent = node == nullptr ? nullptr : node->parent();
  return parent != nullptr && parent->kind() == type ? parent : nullptr;
}

/// A tight list's paragraphs are written without `<p>`.
bool is_in_tight_list(const MarkdownNode* paragraph) {
  const MarkdownNode* list =
      parent_of_type(parent_of_type(paragraph, MarkdownKind::item), MarkdownKind::list);
  return list != nullptr && !list->is_loose();
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

void MarkdownHtml::write(const MarkdownNode* root) {
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

void MarkdownHtml::enter(const MarkdownNode* node, MarkdownWalk& walk) {
  open_frame(node);
  if (const std::string_view element = plain_element(node); !element.empty()) {
    html_.append("<").append(element).append(">");
  } else if (node->is_block()) {
    enter_block(node);
  } else {
    enter_inline(node, walk);
  }
}

void MarkdownHtml::leave(const MarkdownNode* node) {
  if (const std::string_view element = plain_element(node); !element.empty()) {
    html_.append("</").append(element).append(node->is_block() ? ">\n" : ">");
  } else if (node->is_block()) {
    leave_block(node);
  } else if (node->is(MarkdownKind::link)) {
    close_link();
  }
  close_frame(node);
}

// Raw HTML is in none of the cases below, and so is never written.

void MarkdownHtml::enter_block(const MarkdownNode* node) {
  switch (node->kind()) {
    case MarkdownKind::list:
      return open_list(node);
    case MarkdownKind::item:
      return open_item(node);
    case MarkdownKind::code_block:
      return write_code_block(node);
    case MarkdownKind::paragraph:
      return open_paragraph(node);
    case MarkdownKind::heading:
      return open_heading(node);
    case MarkdownKind::thematic_break:
      html_ += "<hr>\n";
      return;
    default:
      return enter_table_part(node);
  }
}

void MarkdownHtml::leave_block(const MarkdownNode* node) {
  switch (node->kind()) {
    case MarkdownKind::list:
      html_ += node->is_ordered() ? "</ol>\n" : "</ul>\n";
      return;
    case MarkdownKind::item:
      html_ += "</li>\n";
      return;
    case MarkdownKind::paragraph:
      return close_paragraph(node);
    case MarkdownKind::heading:
      return close_heading(node);
    default:
      return leave_table_part(node);
  }
}

void MarkdownHtml::enter_inline(const MarkdownNode* node, MarkdownWalk& walk) {
  switch (node->kind()) {
    case MarkdownKind::text:
    case MarkdownKind::soft_break:
      if (begins_text_run(node)) write_text_run(node);
      return;
    case MarkdownKind::line_break:
      html_ += "<br>\n";
      return;
    case MarkdownKind::code:
      return write_code(node);
    case MarkdownKind::link:
      return open_link(node);
    case MarkdownKind::image:
      write_image(node);
      return walk.skip();
    default:
      return;
  }
}

void MarkdownHtml::enter_table_part(const MarkdownNode* node) {
  if (node->is(MarkdownKind::table)) {
    html_ += "<div class=\"scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n";
  } else if (node->is(MarkdownKind::table_row)) {
    open_row(node);
  } else if (node->is(MarkdownKind::table_cell)) {
    open_cell(node);
  }
}

void MarkdownHtml::leave_table_part(const MarkdownNode* node) {
  if (node->is(MarkdownKind::table)) {
    html_ += "</table>\n</div>\n";
  } else if (node->is(MarkdownKind::table_row)) {
    close_row(node);
  } else if (node->is(MarkdownKind::table_cell)) {
    html_ += in_header_row_ ? "</th>" : "</td>";
  }
}

void MarkdownHtml::open_paragraph(const MarkdownNode* node) {
  if (placement_.record.notes.first_blocks.contains(node)) {
    html_ += "<aside class=\"note\" role=\"note\">\n";
    ++open_notes_;
  }
  if (is_in_tight_list(node)) {
    if (node->previous() != nullptr) append_targets(node, true);
    return;
  }
  html_ += "<p";
  append_id(node);
  html_ += '>';
  append_targets(node, false);
}

void MarkdownHtml::close_paragraph(const MarkdownNode* node) {
  if (is_top_level(node)) append_permalink(node, kParagraphSign);
  html_ += is_in_tight_list(node) ? "\n" : "</p>\n";
  if (open_notes_ == 0 || !placement_.record.notes.last_blocks.contains(node)) return;
  html_ += "</aside>\n";
  --open_notes_;
}

int MarkdownHtml::heading_level(const MarkdownNode* heading) const {
  return std::clamp(heading->heading_level() + placement_.heading_shift, 2, 6);
}

void MarkdownHtml::open_heading(const MarkdownNode* node) {
  place_ = TextLinker::Place::heading;
  html_ += "<h" + std::to_string(heading_level(node));
  append_id(node);
  html_ += '>';
  append_targets(node, false);
}

void MarkdownHtml::close_heading(const MarkdownNode* node) {
  append_permalink(node, kHeadingSign);
  html_ += "</h" + std::to_string(heading_level(node)) + ">\n";
  place_ = TextLinker::Place::prose;
}

void MarkdownHtml::open_list(const MarkdownNode* node) {
  if (!node->is_ordered()) {
    html_ += "<ul>\n";
    return;
  }
  const int start = node->list_start();
  html_ += start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n";
}

void MarkdownHtml::open_item(const MarkdownNode* node) {
  html_ += "<li";
  const MarkdownNode* first = node->first_child();
  const bool takes_its_id =
      first != nullptr && first->is(MarkdownKind::paragraph) && is_in_tight_list(first);
  if (takes_its_id) append_id(first);
  html_ += '>';
  if (takes_its_id) append_targets(first, false);
}

void MarkdownHtml::open_link(const MarkdownNode* node) {
  place_outside_link_ = place_;
  place_ = TextLinker::Place::link;
  const auto link = services_.links.link(placement_.record, node->url());
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

void MarkdownHtml::open_row(const MarkdownNode* node) {
  column_ = 0;
  in_header_row_ = node->is_header_row();
  html_ += in_header_row_ ? "<thead>\n<tr>" : "<tr>";
}

void MarkdownHtml::close_row(const MarkdownNode* node) {
  html_ += "</tr>\n";
  const bool is_last = node->next() == nullptr;
  if (in_header_row_) html_ += is_last ? "</thead>\n" : "</thead>\n<tbody>\n";
  if (!in_header_row_ && is_last) html_ += "</tbody>\n";
  in_header_row_ = false;
}

void MarkdownHtml::open_cell(const MarkdownNode* node) {
  const std::string_view alignments = node->parent()->parent()->text();
  html_ += in_header_row_ ? "<th scope=\"col\"" : "<td";
  if (column_ < alignments.size()) html_ += alignment_class(alignments[column_]);
  html_ += '>';
  ++column_;
}

void MarkdownHtml::write_code_block(const MarkdownNode* node) {
  html_ += "<pre tabindex=\"0\"><code>";
  append_escaped(html_, node->text());
  html_ += "</code></pre>\n";
  close_frame(node);  // It holds no nodes, and so is never left.
}

void MarkdownHtml::write_code(const MarkdownNode* node) {
  html_ += "<code>";
  append_escaped(html_, node->text());
  html_ += "</code>";
}

void MarkdownHtml::write_image(const MarkdownNode* node) {
  const std::string alternative = plain_text(node);
  const auto image = services_.links.image(placement_.record, node->url());
  if (!image) return append_escaped(html_, alternative);
  html_ += "<img src=\"";
  append_url(html_, image->url);
  html_ += "\" alt=\"";
  append_escaped(html_, alternative);
  html_ += "\">";
}

void MarkdownHtml::write_text_run(const MarkdownNode* first) {
  const std::string text = text_run(first);
  const auto write = [&](std::size_t begin, std::size_t end) {
    const std::string_view part = std::string_view(text).substr(begin, end - begin);
    services_.linker.append(html_, part, place_, scope_);
  };
  std::size_t done = 0;
  const auto marks = placement_.record.notes.marks.find(first);
  if (marks != placement_.record.notes.marks.end()) {
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

void MarkdownHtml::append_id(const MarkdownNode* block) {
  const auto ids = ids_.of(block);
  if (!placement_.on_own_page || ids.empty()) return;
  html_ += " id=\"";
  append_escaped(html_, ids.front());
  html_ += '"';
}

void MarkdownHtml::append_permalink(const MarkdownNode* block, std::string_view sign) {
  const auto ids = ids_.of(block);
  if (!placement_.on_own_page || ids.empty()) return;
  html_ += " <a class=\"permalink\" href=\"#";
  append_url(html_, ids.front());
  html_.append("\" aria-label=\"Permalink\">").append(sign).append("</a>");
}

bool MarkdownHtml::is_framed(const MarkdownNode* node) const {
  return placement_.on_own_page && needs_frame(node) && is_top_level(node) &&
         !ids_.of(node).empty();
}

void MarkdownHtml::open_frame(const MarkdownNode* node) {
  if (!is_framed(node)) return;
  html_ += "<div class=\"block\"";
  append_id(node);
  html_ += ">\n";
}

void MarkdownHtml::close_frame(const MarkdownNode* node) {
  if (!is_framed(node)) return;
  append_permalink(node, kParagraphSign);
  html_ += "\n</div>\n";
}

void MarkdownHtml::append_targets(const MarkdownNode* block, bool all) {
  if (!placement_.on_own_page) return;
  const auto ids = ids_.of(block);
  for (std::size_t i = all ? 0 : 1; i < ids.size(); ++i) {
    html_ += "<span id=\"";
    append_escaped(html_, ids[i]);
    html_ += "\"></span>";
  }
}

}  // namespace opsg::released
