#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "anchors.h"
#include "link_resolver.h"
#include "markdown_walk.h"
#include "page_scope.h"
#include "post_meeting_notes.h"
#include "text_linker.h"

namespace opsg::released {

/// What is needed to write any record; borrowed, shared by all pages.
struct MarkdownServices {
  const TextLinker& linker;
  const LinkResolver& links;
  const Anchors& anchors;
  const PostMeetingNotes& notes;
};

/// Where blocks of a record come to stand on a page.
struct Placement {
  const Record& record;
  int heading_shift = 0;    ///< Added to each heading's level; the sum is kept within 2 to 6.
  bool on_own_page = true;  ///< Elsewhere its blocks have no ids.
};

/// Writes one tree after another as HTML. Without recursion, so that no nesting is too deep.
class MarkdownHtml {
 public:
  MarkdownHtml(const MarkdownServices& services, const Placement& placement, PageScope& scope)
      : services_(services), placement_(placement), scope_(scope) {}

  /// The node with all below it. A document node is written as what it holds.
  void write(cmark_node* root);
  std::string take();

 private:
  void enter(cmark_node* node, MarkdownWalk& walk);
  void leave(cmark_node* node);
  void enter_block(cmark_node* node);
  void leave_block(cmark_node* node);
  void enter_inline(cmark_node* node, MarkdownWalk& walk);
  void enter_table_part(cmark_node* node);
  void leave_table_part(cmark_node* node);

  void open_paragraph(cmark_node* node);
  void close_paragraph(cmark_node* node);
  void open_heading(cmark_node* node);
  void close_heading(cmark_node* node);
  void open_list(cmark_node* node);
  void open_item(cmark_node* node);
  void open_link(cmark_node* node);
  void close_link();
  void open_row(cmark_node* node);
  void close_row(cmark_node* node);
  void open_cell(cmark_node* node);
  void write_code_block(cmark_node* node);
  void write_code(cmark_node* node);
  void write_image(cmark_node* node);
  void write_text_run(cmark_node* first);

  /// ` id="..."` for the block's own id.
  void append_id(const cmark_node* block);
  /// The link by which the block is cited.
  void append_permalink(const cmark_node* block, std::string_view sign);
  /// Around a list, a table, a quote or code that has an id: an element for it and its permalink.
  bool is_framed(cmark_node* node) const;
  void open_frame(cmark_node* node);
  void close_frame(cmark_node* node);
  /// Empty elements for the ids that the block has besides its own, or for all of them.
  void append_targets(const cmark_node* block, bool all);
  int heading_level(cmark_node* heading) const;

  const MarkdownServices services_;
  const Placement placement_;
  PageScope& scope_;
  std::string html_;
  TextLinker::Place place_ = TextLinker::Place::prose;
  TextLinker::Place place_outside_link_ = TextLinker::Place::prose;
  bool link_is_open_ = false;
  int open_notes_ = 0;
  std::uint16_t column_ = 0;
  bool in_header_row_ = false;
};

}  // namespace opsg::released
