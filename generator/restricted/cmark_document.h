#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>

#include "markdown_parser.h"

namespace opsg::restricted {

struct CmarkIteratorDeleter {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
/// Nested markup costs an iterator no stack, however deep it is: no tree is walked recursively
/// here.
using CmarkIterator = std::unique_ptr<cmark_iter, CmarkIteratorDeleter>;

bool is_block(cmark_node* node);
/// The node's literal text; empty where it has none.
std::string literal_of(cmark_node* node);

}  // namespace opsg::restricted
