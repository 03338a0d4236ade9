#include "markdown_walk.h"

#include <cmark-gfm.h>

namespace opsg::released {

void MarkdownWalk::Free::operator()(cmark_iter* iterator) const {
  cmark_iter_free(iterator);
}

MarkdownWalk::MarkdownWalk(cmark_node* root) : iterator_(cmark_iter_new(root)) {}

bool MarkdownWalk::next() {
  return cmark_iter_next(iterator_.get()) != CMARK_EVENT_DONE;
}

bool MarkdownWalk::entering() const {
  return cmark_iter_get_event_type(iterator_.get()) == CMARK_EVENT_ENTER;
}

cmark_node* MarkdownWalk::node() const {
  return cmark_iter_get_node(iterator_.get());
}

void MarkdownWalk::skip() {
  cmark_iter_reset(iterator_.get(), node(), CMARK_EVENT_EXIT);
}

}  // namespace opsg::released
