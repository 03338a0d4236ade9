#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::preview {

/// A block of a page and the text that stands directly in it.
struct PagePassage {
  std::size_t attributes = 0;  ///< Where an attribute can be added to the block's opening tag.
  std::string text;            ///< Folded, as the next.
  std::string text_outside_links;
};

/// The passages within `<main>`, in the page's order. Of a page without it: none.
std::vector<PagePassage> page_passages(std::string_view page);

/// Where the content of `<main>` begins; 0 where the page has none.
std::size_t main_begin(std::string_view page);

/// Letters, digits and what is not ASCII, in lower case: so that Markdown and HTML of one text are
/// the same. Where `is_markdown`, the targets of links are left out.
std::string folded_text(std::string_view text, bool is_markdown);

}  // namespace opsg::preview
