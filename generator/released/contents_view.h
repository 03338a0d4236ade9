#pragma once

#include <string>
#include <vector>

#include "page_context.h"
#include "view_fields.h"

namespace opsg::released {

/// A section or an agenda item in a list of contents, with those below it.
struct ContentsView {
  std::string number;
  std::string title;
  std::string href;
  std::vector<ContentsView> children;
  bool has_children = false;

  static void describe(ViewFields<ContentsView>& field) {
    field("number", &ContentsView::number, "of an agenda item: 3.1; empty for a section");
    field("title", &ContentsView::title);
    field("href", &ContentsView::href, "the place on this page");
    field("children", &ContentsView::children, "the items below");
    field("has_children", &ContentsView::has_children);
  }
};

/// A section of the page by its id.
ContentsView contents_section(std::string title, const std::string& id,
                              std::vector<ContentsView> children = {});

/// The record's agenda items, each below the item whose number its own begins with: 3.1 below 3.
/// However deep the numbers, the list nests to `kDeepestContents` levels.
std::vector<ContentsView> item_contents(const PageContext& context, const Record& record);

inline constexpr std::size_t kDeepestContents = 4;

}  // namespace opsg::released
