#pragma once

#include <string>
#include <vector>

#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

/// An agenda item in brief.
struct HeadlineView {
  std::string number;
  std::string title;
  std::string href;
  bool is_part = false;
  std::vector<LinkView> sponsors;
  SafeHtml summary;
  std::vector<SafeHtml> decisions;

  static void describe(ViewFields<HeadlineView>& field) {
    field("number", &HeadlineView::number);
    field("title", &HeadlineView::title);
    field("href", &HeadlineView::href);
    field("is_part", &HeadlineView::is_part, "3.1, a part of item 3");
    field("sponsors", &HeadlineView::sponsors);
    field("summary", &HeadlineView::summary, "the first sentences of its text; may be empty");
    field("decisions", &HeadlineView::decisions, "those of the item that the summary leaves out");
  }
};

/// The agenda items of a record, with what each says first and what was decided on it.
std::vector<HeadlineView> headline_views(const PageContext& context, const Record& record,
                                         PageScope& scope);

}  // namespace opsg::released
