#include "cmark_parser.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm/syntax_extension.h>

#include <memory>
#include <mutex>

namespace opsg {
namespace {

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
using Parser = std::unique_ptr<cmark_parser, ParserDeleter>;

struct Extensions {
  cmark_syntax_extension* table = cmark_find_syntax_extension("table");
  cmark_syntax_extension* strikethrough = cmark_find_syntax_extension("strikethrough");
  cmark_syntax_extension* autolink = cmark_find_syntax_extension("autolink");
};

void attach_extensions(cmark_parser* parser, const Extensions& known, MarkdownExtensions wanted) {
  const auto attach = [&](cmark_syntax_extension* extension, bool attached) {
    if (attached) cmark_parser_attach_syntax_extension(parser, extension);
  };
  attach(known.table, wanted.tables);
  attach(known.strikethrough, wanted.strikethrough);
  attach(known.autolink, wanted.autolinks);
}

/// cmark-gfm 0.29 keeps the characters at which it stops for extensions in one table for the whole
/// process: each parser would add its extensions' before it reads inlines and remove them behind
/// them, under the feet of the parsers of other threads. So those of autolinks are added once and
/// for all, and the extension has none left to remove. Strikethrough needs its own to know its
/// delimiters by; see strikethrough_lock().
Extensions settle_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  const Extensions known;
  const Parser parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  attach_extensions(parser.get(), known, {false, false, true});
  cmark_manage_extensions_special_characters(parser.get(), 1);
  cmark_llist_free(cmark_get_default_mem_allocator(), known.autolink->special_inline_chars);
  cmark_syntax_extension_set_special_inline_chars(known.autolink, nullptr);
  return known;
}

const Extensions& settled_extensions() {
  static const Extensions known = settle_extensions();
  return known;
}

/// Held while a text with a '~' is parsed. No other text looks at that entry of cmark's table.
std::unique_lock<std::mutex> strikethrough_lock(MarkdownExtensions extensions) {
  static std::mutex mutex;
  return extensions.strikethrough ? std::unique_lock(mutex) : std::unique_lock<std::mutex>();
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

MarkdownExtensions needed_extensions(std::string_view text) {
  MarkdownExtensions needed;
  // The second line of a table has a '|' or, of a single column, a ':' at an end of its dashes:
  // dashes alone underline a heading (GFM 4.10).
  needed.tables = holds(text, "|") || holds(text, ":-") || holds(text, "-:");
  needed.strikethrough = holds(text, "~");
  // "http://", "www." and addresses, whose '@' may be written as an entity (GFM 6.9).
  needed.autolinks =
      holds(text, "@") || holds(text, "&") || holds(text, ":/") || holds(text, "www");
  return needed;
}

cmark_node* parse_with_cmark(std::string_view text, MarkdownExtensions extensions,
                             const ParserMemory& memory) {
  const Extensions& known = settled_extensions();
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory.allocator());
  attach_extensions(parser, known, extensions);
  const auto lock = strikethrough_lock(extensions);
  cmark_parser_feed(parser, text.data(), text.size());
  return cmark_parser_finish(parser);
}

}  // namespace opsg
