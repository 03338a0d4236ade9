#include "markdown_outline.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "markdown_walk.h"

namespace opsg::restricted {
namespace {

using Kind = OutlineToken::Kind;

std::string_view name_of(MarkdownKind kind) {
  constexpr std::array<std::string_view, 22> kNames = {
      "document",  "block_quote",   "list",           "item",  "code_block",  "html_block",
      "paragraph", "heading",       "thematic_break", "table", "table_row",   "table_cell",
      "text",      "softbreak",     "linebreak",      "code",  "html_inline", "emph",
      "strong",    "strikethrough", "link",           "image"};
  return kNames[static_cast<std::size_t>(kind)];
}

/// The node's type with everything that its output depends on.
std::string describe(const MarkdownNode* node) {
  const std::string_view type = name_of(node->kind());
  switch (node->kind()) {
    case MarkdownKind::heading:
      return fmt::format("{} {}", type, node->heading_level());
    case MarkdownKind::list:
      return fmt::format("{} {} {}", type, node->is_ordered(), node->has_parentheses());
    case MarkdownKind::code_block:
      return fmt::format("{} {}\n{}", type, node->info(), node->text());
    case MarkdownKind::table_row:
      return fmt::format("{} {}", type, node->is_header_row());
    case MarkdownKind::link:
    case MarkdownKind::image:
      return fmt::format("{} {}\n{}", type, node->url(), node->title());
    default:
      return fmt::format("{} {}", type, node->text());
  }
}

/// A URL that stands as its own text. Inside brackets the parser links none (GFM 6.9), so that it
/// would seem to change where a span's brackets are taken off.
bool is_bare_url(const MarkdownNode* node) {
  if (!node->is(MarkdownKind::link)) return false;
  const MarkdownNode* child = node->first_child();
  if (!child || child->next() || !child->is(MarkdownKind::text)) return false;
  const std::string_view text = child->text();
  std::string_view url = node->url();
  if (url == text) return true;
  if (!url.ends_with(text)) return false;
  url.remove_suffix(text.size());
  return url == "http://" || url == "mailto:";
}

class OutlineBuilder {
 public:
  Outline build(const MarkdownTree& parsed) {
    for (MarkdownWalk walk(parsed.root()); walk.next();) add(walk.node(), walk.entering());
    return std::move(outline_);
  }

 private:
  void add(const MarkdownNode* node, bool enter) {
    const bool block = node->is_block();
    if (block && enter) {
      owners_.push_back(blocks_++);
    }
    if (!is_bare_url(node)) outline_.push_back(token(node, enter, block));
    if (block && (!enter || node->is_leaf())) owners_.pop_back();
  }

  OutlineToken token(const MarkdownNode* node, bool enter, bool block) const {
    OutlineToken token;
    token.owner = owners_.back();
    token.block = block;
    if (node->is(MarkdownKind::text)) {
      token.value = node->text();
    } else if (!enter) {
      token.kind = Kind::close;
    } else {
      token.kind = node->is_leaf() ? Kind::leaf : Kind::open;
      token.value = describe(node);
      token.list_start = node->list_start();
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

Outline outline_of(const MarkdownTree& parsed) {
  return OutlineBuilder().build(parsed);
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
