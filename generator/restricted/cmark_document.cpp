#include "cmark_document.h"

#include <cmark-gfm-core-extensions.h>

#include <mutex>

namespace opsg::restricted {
namespace {

struct CmarkParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

void register_extensions() {
  static std::once_flag once;
  std::call_once(once, cmark_gfm_core_extensions_ensure_registered);
}

}  // namespace

CmarkDocument parse_markdown(std::string_view text) {
  register_extensions();
  const std::unique_ptr<cmark_parser, CmarkParserDeleter> parser(
      cmark_parser_new(CMARK_OPT_DEFAULT));
  for (const char* name : {"table", "strikethrough", "autolink"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return CmarkDocument(cmark_parser_finish(parser.get()));
}

bool is_block(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

std::string literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal ? literal : "";
}

}  // namespace opsg::restricted
