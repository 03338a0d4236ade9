#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "anchors.h"
#include "link_resolver.h"
#include "markdown_node.h"
#include "page_scope.h"
#include "permalinks.h"
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
  /// The same with other links.
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

 private:
  TextLinker linker_;
  LinkResolver links_;
  const Anchors& anchors_;
};

}  // namespace opsg::released
