#include "passage_text.h"

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

  void enter(const MarkdownNode* node) {
    switch (node->kind()) {
      case MarkdownKind::text:
      case MarkdownKind::code:
      case MarkdownKind::code_block:
        out_.text += node->text();
        return;
      case MarkdownKind::soft_break:
      case MarkdownKind::line_break:
        out_.text += ' ';
        return;
      case MarkdownKind::link:
        return add_link(links_.link(record_, node->url()));
      case MarkdownKind::image:
        return add_link(links_.image(record_, node->url()));
      case MarkdownKind::strikethrough:
        out_.text += kStrike;
        return;
      case MarkdownKind::table_cell:
        if (node->previous() != nullptr) out_.text += kCellGap;
        return;
      default:
        return;
    }
  }

  void leave(const MarkdownNode* node) {
    if (node->is(MarkdownKind::strikethrough)) out_.text += kStrike;
  }

  PassageText take() { return std::move(out_); }

 private:
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

PassageText passage_text(const MarkdownNode* block, const Record& record, const LinkResolver& links,
                         const std::string& root) {
  PassageTextBuilder builder(record, links, root);
  for (MarkdownWalk walk(block); walk.next();) {
    walk.entering() ? builder.enter(walk.node()) : builder.leave(walk.node());
  }
  PassageText found = builder.take();
  const bool is_code = block->is(MarkdownKind::code_block);
  found.text = is_code ? std::string(trim_right(found.text)) : collapse_space(found.text);
  return found;
}

}  // namespace opsg::released
