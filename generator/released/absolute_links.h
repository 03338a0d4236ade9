#pragma once

#include "markdown_renderer.h"
#include "page_context.h"
#include "permalinks.h"

namespace opsg::released {

/// The context of pages once more, with absolute links. Borrows what the other one does.
class AbsoluteLinks {
 public:
  explicit AbsoluteLinks(const PageContext& pages)
      : permalinks_(pages.permalinks.absolute()),
        markdown_(pages.markdown, permalinks_),
        context_{pages.site,  pages.policy, permalinks_,  markdown_,
                 pages.index, pages.facts,  pages.search, pages.site_view} {}
  AbsoluteLinks(const AbsoluteLinks&) = delete;
  AbsoluteLinks& operator=(const AbsoluteLinks&) = delete;

  const PageContext& context() const { return context_; }

 private:
  Permalinks permalinks_;
  MarkdownRenderer markdown_;
  PageContext context_;
};

}  // namespace opsg::released
