#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "anchors.h"
#include "link_resolver.h"
#include "markdown_walk.h"
#include "page_scope.h"
#include "text_linker.h"

namespace opsg::released {

/// What is needed to write any record; borrowed, shared by all pages.
struct MarkdownServices {
  const TextLinker& linker;
  const LinkResolver& links;
  const Anchors& anchors;
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
      : services_(services),
        placement_(placement),
        ids_(services.anchors.of(placement.record)),
        scope_(scope) {}

  /// The node with all below it. A document node is written as what it holds.
  void write(const MarkdownNode* root);
  std::string take();

 private:
  void enter(const MarkdownNode* node, MarkdownWalk& walk);
  void leave(const MarkdownNode* node);
  void enter_block(const MarkdownNode* node);
  void leave_block(const MarkdownNode* node);
  void enter_inline(const MarkdownNode* node, MarkdownWalk& walk);
  void enter_table_part(const MarkdownNode* node);
  void leave_table_part(const MarkdownNode* node);

  void open_paragraph(const MarkdownNode* node);
  void close_paragraph(const MarkdownNode* node);
  void open_heading(const MarkdownNode* node);
  void close_heading(const MarkdownNode* node);
  void open_list(const MarkdownNode* node);
  void open_item(const MarkdownNode* node);
  void open_link(const MarkdownNode* node);
  void close_link();
  void open_row(const MarkdownNode* node);
  void close_row(const MarkdownNode* node);
  void open_cell(const MarkdownNode* node);
  void write_code_block(const MarkdownNode* node);
  void write_code(const MarkdownNode* node);
  void write_image(const MarkdownNode* node);
  void write_text_run(const MarkdownNode* first);

  /// ` id="..."` for the block's own id.
  void append_id(const MarkdownNode* block);
  /// The link by which the block is cited.
  void append_permalink(const MarkdownNode* block, std::string_view sign);
  /// Around a list, a table, a quote or code that has an id: an element for it and its permalink.
  bool is_framed(const MarkdownNode* node) const;
  void open_frame(const MarkdownNode* node);
  void close_frame(const MarkdownNode* node);
  /// Empty elements for the ids that the block has besides its own, or for all of them.
  void append_targets(const MarkdownNode* block, bool all);
  int heading_level(const MarkdownNode* heading) const;

  const MarkdownServices services_;
  const Placement placement_;
  const BlockIds& ids_;
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
