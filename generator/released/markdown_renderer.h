#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>

#include "anchors.h"
#include "link_resolver.h"
#include "markdown_node.h"
#include "page_scope.h"
#include "permalinks.h"
#include "post_meeting_notes.h"
#include "safe_html.h"
#include "site.h"
#include "text_linker.h"

namespace opsg::released {

/// Turns what records say into HTML. The result is safe by construction: text is escaped, raw HTML
/// is never written, and every URL is one of Permalinks' or passed is_safe_absolute_url().
///
/// Borrows the site and the permalinks. Once made, many threads may use it at once.
class MarkdownRenderer {
 public:
  MarkdownRenderer(const Site& site, const Permalinks& permalinks);
  /// The same with other links. What was found out about the records is shared.
  MarkdownRenderer(const MarkdownRenderer& other, const Permalinks& permalinks);

  /// A fragment of a record on the record's own page, with the ids of its anchors. The record's
  /// highest heading becomes `<h{heading_level}>`. A page's first heading is left out where it is
  /// the page's title.
  SafeHtml fragment(const Record& record, std::size_t fragment, int heading_level,
                    PageScope& scope) const;

  /// Some blocks of a record on any other page: without ids.
  SafeHtml blocks(const Record& record, std::span<const MarkdownNode* const> blocks,
                  int heading_level, PageScope& scope) const;

  /// All of a record on any other page: without ids.
  SafeHtml whole(const Record& record, int heading_level, PageScope& scope) const;

  /// Plain text with its mentions linked and its acronyms explained.
  SafeHtml text(std::string_view text, PageScope& scope) const;

  /// Of all records of the site.
  const PostMeetingNotes& notes() const { return known_->notes; }

 private:
  struct Known {
    PostMeetingNotes notes;
    std::unordered_map<const Record*, int> highest_headings;  ///< Their levels.
  };

  static std::shared_ptr<const Known> find_out(const Site& site);
  /// What has to be added to the level of the record's headings.
  int heading_shift(const Record& record, int heading_level) const;

  TextLinker linker_;
  LinkResolver links_;
  const Anchors& anchors_;
  std::shared_ptr<const Known> known_;
};

}  // namespace opsg::released
