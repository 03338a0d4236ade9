#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>

namespace opsg::restricted {

struct CmarkNodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using CmarkDocument = std::unique_ptr<cmark_node, CmarkNodeDeleter>;

struct CmarkIteratorDeleter {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
/// Nested markup costs an iterator no stack, however deep it is: no tree is walked recursively
/// here.
using CmarkIterator = std::unique_ptr<cmark_iter, CmarkIteratorDeleter>;

/// Parses GFM with the extensions that the site renders: table, strikethrough and autolink.
CmarkDocument parse_markdown(std::string_view text);

bool is_block(cmark_node* node);
/// The node's literal text; empty where it has none.
std::string literal_of(cmark_node* node);

}  // namespace opsg::restricted
