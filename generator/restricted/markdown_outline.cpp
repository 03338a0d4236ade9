#include "markdown_outline.h"

#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include <utility>

namespace opsg::restricted {
namespace {

using Kind = OutlineToken::Kind;

std::string text_or_empty(const char* text) {
  return text ? text : "";
}

std::string with_value(std::string type, std::string_view value) {
  type += ' ';
  type += value;
  return type;
}

std::string table_attributes(cmark_node* node) {
  std::string alignments;
  const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
  const std::uint8_t* alignment = cmark_gfm_extensions_get_table_alignments(node);
  for (std::uint16_t i = 0; i < columns; ++i) {
    alignments += alignment[i] ? static_cast<char>(alignment[i]) : '-';
  }
  return alignments;
}

/// The node's type with everything that its output depends on.
std::string describe(cmark_node* node) {
  std::string type = cmark_node_get_type_string(node);
  if (type == "table") return with_value(std::move(type), table_attributes(node));
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
      return fmt::format("heading {}", cmark_node_get_heading_level(node));
    case CMARK_NODE_LIST:
      return fmt::format("list {} {}", static_cast<int>(cmark_node_get_list_type(node)),
                         static_cast<int>(cmark_node_get_list_delim(node)));
    case CMARK_NODE_CODE_BLOCK:
      return fmt::format("code_block {}\n{}", text_or_empty(cmark_node_get_fence_info(node)),
                         literal_of(node));
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      return fmt::format("{} {}\n{}", type, text_or_empty(cmark_node_get_url(node)),
                         text_or_empty(cmark_node_get_title(node)));
    default:
      return with_value(std::move(type), text_or_empty(cmark_node_get_literal(node)));
  }
}

bool is_leaf(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
      return true;
    default:
      return false;
  }
}

/// A URL that stands as its own text. Inside brackets the parser links none (GFM 6.9), so that it
/// would seem to change where a span's brackets are taken off.
bool is_bare_url(cmark_node* node) {
  if (cmark_node_get_type(node) != CMARK_NODE_LINK) return false;
  cmark_node* text = cmark_node_first_child(node);
  if (!text || cmark_node_next(text) || cmark_node_get_type(text) != CMARK_NODE_TEXT) return false;
  const std::string literal = literal_of(text);
  const std::string url = text_or_empty(cmark_node_get_url(node));
  return url == literal || url == "http://" + literal || url == "mailto:" + literal;
}

class OutlineBuilder {
 public:
  Outline build(const CmarkDocument& document) {
    const CmarkIterator iterator(cmark_iter_new(document.get()));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      add(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
    }
    return std::move(outline_);
  }

 private:
  void add(cmark_node* node, bool enter) {
    const bool block = is_block(node);
    if (block && enter) {
      owners_.push_back(blocks_++);
    }
    if (!is_bare_url(node)) outline_.push_back(token(node, enter, block));
    if (block && (!enter || is_leaf(node))) owners_.pop_back();
  }

  OutlineToken token(cmark_node* node, bool enter, bool block) const {
    OutlineToken token;
    token.owner = owners_.back();
    token.block = block;
    if (cmark_node_get_type(node) == CMARK_NODE_TEXT) {
      token.value = literal_of(node);
    } else if (!enter) {
      token.kind = Kind::close;
    } else {
      token.kind = is_leaf(node) ? Kind::leaf : Kind::open;
      token.value = describe(node);
      token.list_start = cmark_node_get_list_start(node);
    }
    return token;
  }

  Outline outline_;
  std::vector<std::size_t> owners_;
  std::size_t blocks_ = 0;
};

bool ends_line(const OutlineToken& token) {
  return token.block || token.value.starts_with("softbreak") ||
         token.value.starts_with("linebreak");
}

void trim_left_spaces(std::string& text) {
  text.erase(0, text.find_first_not_of(" \t"));
}
void trim_right_spaces(std::string& text) {
  text.erase(text.find_last_not_of(" \t") + 1);
}

}  // namespace

Outline outline_markdown(std::string_view text) {
  return outline_of(parse_markdown(text));
}

Outline outline_of(const CmarkDocument& document) {
  return OutlineBuilder().build(document);
}

Outline normalized(Outline outline) {
  Outline joined;
  for (OutlineToken& token : outline) {
    const bool after_text = !joined.empty() && joined.back().kind == Kind::text;
    if (token.kind == Kind::text) {
      if (after_text) {
        joined.back().value += token.value;
      } else {
        joined.push_back(std::move(token));
      }
      continue;
    }
    if (after_text && ends_line(token)) trim_right_spaces(joined.back().value);
    joined.push_back(std::move(token));
  }
  for (std::size_t i = 1; i < joined.size(); ++i) {
    const OutlineToken& before = joined[i - 1];
    if (joined[i].kind == Kind::text && before.kind != Kind::text && ends_line(before)) {
      trim_left_spaces(joined[i].value);
    }
  }
  std::erase_if(joined, [](const OutlineToken& token) {
    return token.kind == Kind::text && token.value.empty();
  });
  return joined;
}

std::string text_of(const Outline& outline) {
  std::string text;
  for (const OutlineToken& token : outline) {
    if (token.kind == Kind::text || token.kind == Kind::leaf) text += token.value;
  }
  return text;
}

}  // namespace opsg::restricted
