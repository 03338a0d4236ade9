#include "passage_text.h"

#include <cmark-gfm.h>

#include <string_view>
#include <utility>

#include "markdown_walk.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr std::string_view kCellGap = " | ";
constexpr std::string_view kStrike = "~~";

class PassageTextBuilder {
 public:
  PassageTextBuilder(const Record& record, const LinkResolver& links, const std::string& root)
      : record_(record), links_(links), root_(root) {}

  void enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
      case CMARK_NODE_CODE_BLOCK:
        out_.text += cmark_node_get_literal(node);
        return;
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        out_.text += ' ';
        return;
      case CMARK_NODE_LINK:
        return add_link(links_.link(record_, cmark_node_get_url(node)));
      case CMARK_NODE_IMAGE:
        return add_link(links_.image(record_, cmark_node_get_url(node)));
      default:
        return enter_extension(node);
    }
  }

  void leave(cmark_node* node) {
    if (is_strikethrough(node)) out_.text += kStrike;
  }

  PassageText take() { return std::move(out_); }

 private:
  static bool is_strikethrough(cmark_node* node) {
    return std::string_view(cmark_node_get_type_string(node)) == "strikethrough";
  }

  void enter_extension(cmark_node* node) {
    if (is_strikethrough(node)) out_.text += kStrike;
    const bool is_cell = std::string_view(cmark_node_get_type_string(node)) == "table_cell";
    if (is_cell && cmark_node_previous(node) != nullptr) out_.text += kCellGap;
  }

  void add_link(const LinkResolver::Outcome& link) {
    if (!link) return;
    const bool internal = !link->external && link->url.starts_with(root_);
    out_.links.push_back(internal ? '/' + link->url.substr(root_.size()) : link->url);
  }

  const Record& record_;
  const LinkResolver& links_;
  const std::string& root_;
  PassageText out_;
};

}  // namespace

PassageText passage_text(cmark_node* block, const Record& record, const LinkResolver& links,
                         const std::string& root) {
  PassageTextBuilder builder(record, links, root);
  for (MarkdownWalk walk(block); walk.next();) {
    walk.entering() ? builder.enter(walk.node()) : builder.leave(walk.node());
  }
  PassageText found = builder.take();
  const bool is_code = cmark_node_get_type(block) == CMARK_NODE_CODE_BLOCK;
  found.text = is_code ? std::string(trim_right(found.text)) : collapse_space(found.text);
  return found;
}

}  // namespace opsg::released
