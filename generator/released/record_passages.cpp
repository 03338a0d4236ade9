#include "record_passages.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "data_entry_columns.h"
#include "list_marks.h"
#include "markdown_blocks.h"
#include "markdown_walk.h"
#include "passage_text.h"
#include "text.h"
#include "text_place.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// What is a passage as a whole.
bool is_leaf_block(const MarkdownNode* node) {
  return is_kind(node, MarkdownKind::paragraph) || is_kind(node, MarkdownKind::heading) ||
         is_kind(node, MarkdownKind::code_block) || is_kind(node, MarkdownKind::table_row);
}

using VerbsOfItems = std::unordered_map<const Item*, std::string>;

/// "noted, agreed" of each item, and of what is outside of items by null: which sentences count as
/// decisions can change where no word of them does.
VerbsOfItems verbs_of_items(const Record& record) {
  VerbsOfItems items;
  for (const Decision& decision : record.decisions) {
    std::string& verbs = items[record.item_of(decision)];
    if (!verbs.empty()) verbs += ", ";
    verbs += decision.verb;
  }
  return items;
}

class RecordPassages {
 public:
  RecordPassages(const PageContext& context, const Record& record, const PassageSink& sink)
      : context_(context),
        record_(record),
        sink_(sink),
        links_(context.permalinks),
        root_(context.href("")),
        page_(context.permalinks.record(record)),
        repeated_title_(repeated_title(record)),
        ids_(context.permalinks.anchors().of(record)),
        place_(record, context.site.config.registers),
        verbs_(verbs_of_items(record)) {
    for (const Item& item : record.items) items_.emplace(item.heading, &item);
    passage_.document = passage_document(record);
    const Meeting* meeting = meeting_of(record);
    if (meeting) passage_.meeting = meeting->code;
  }

  void add_facts() {
    passage_.url =
        data_url(context_, record_.meeting.empty() ? page_ : page_ + '#' + slugify(record_.name));
    if (record_.meeting.empty()) return add_title();
    if (record_.complete) add_fact("Classification", capitalised(record_.level));
    if (record_.draft) add_fact("Status", "Draft");
    if (record_.complete && record_.adopted) add_fact("Adopted", *record_.adopted);
    add_decisions(nullptr);
  }

  void read(const MarkdownNode* root) {
    passage_.item.clear();
    passage_.item_title.clear();
    place_.begin_fragment();
    marks_ = {};
    quotes_ = 0;
    in_note_ = false;
    for (MarkdownWalk walk(root); walk.next();) {
      walk.entering() ? enter(walk) : leave(walk.node());
    }
  }

 private:
  const Meeting* meeting_of(const Record& record) const {
    const auto found = context_.index.meetings.find(record.meeting);
    return found == context_.index.meetings.end() ? nullptr
                                                  : &context_.site.meetings[found->second];
  }

  /// Where the first heading repeats it, the heading is the passage.
  void add_title() {
    if (repeated_title_ != nullptr || record_.title.empty()) return;
    add("heading", {record_.title, {}});
  }

  void add_fact(std::string_view label, const std::string& value) {
    add("fact", {std::string(label) + ": " + value, {}});
  }

  void add_decisions(const Item* item) {
    const auto verbs = verbs_.find(item);
    if (verbs != verbs_.end()) add_fact("Decisions", verbs->second);
  }

  void enter(MarkdownWalk& walk) {
    const MarkdownNode* node = walk.node();
    if (is_kind(node->parent(), MarkdownKind::document)) enter_top_level(node);
    place_.enter(node);
    marks_.enter(node);
    if (is_kind(node, MarkdownKind::block_quote)) ++quotes_;
    if (!is_leaf_block(node)) return;
    add_block(node);
    walk.skip();
  }

  void leave(const MarkdownNode* node) {
    place_.leave(node);
    marks_.leave(node);
    if (is_kind(node, MarkdownKind::block_quote)) --quotes_;
  }

  void enter_top_level(const MarkdownNode* block) {
    const auto ids = ids_.of(block);
    // Where the page's title repeats a heading, the template shows it.
    if (!ids.empty() && block != repeated_title_) {
      passage_.url = data_url(context_, page_ + '#' + std::string(ids.front()));
    }
    const auto item = items_.find(block);
    if (item == items_.end()) return;
    passage_.item = item->second->number;
    passage_.item_title = item->second->title;
    passage_.register_name.clear();
    passage_.entry.clear();
    passage_.headings.clear();
    add_decisions(item->second);
  }

  void add_block(const MarkdownNode* block) {
    if (record_.notes.first_blocks.contains(block)) in_note_ = true;
    PassageText text = passage_text(block, record_, links_, root_);
    if (in_note_) drop_brackets(text.text, block);
    place_.tell(block, passage_);
    const std::string heading = is_kind(block, MarkdownKind::heading) ? text.text : std::string();
    const std::string marks = marks_.take();
    if (!text.text.empty() || !text.links.empty()) text.text.insert(0, marks);
    add(kind_of(block), std::move(text));
    if (is_kind(block, MarkdownKind::heading)) place_.open(block, heading);
    if (record_.notes.last_blocks.contains(block)) in_note_ = false;
  }

  /// A note is shown as one, without its brackets.
  void drop_brackets(std::string& text, const MarkdownNode* block) const {
    if (record_.notes.first_blocks.contains(block) && text.starts_with('[')) text.erase(0, 1);
    if (record_.notes.last_blocks.contains(block) && text.ends_with(']')) text.pop_back();
  }

  std::string_view kind_of(const MarkdownNode* block) const {
    if (is_kind(block, MarkdownKind::heading)) return "heading";
    if (in_note_) return "note";
    if (is_kind(block, MarkdownKind::table_row)) return "table-row";
    if (is_kind(block, MarkdownKind::code_block)) return "code";
    if (marks_.in_list()) return place_.is_in_fields() ? "field" : "list-item";
    return quotes_ > 0 ? "quote" : "paragraph";
  }

  void add(std::string_view kind, PassageText text) {
    if (text.text.empty() && text.links.empty()) return;
    passage_.kind = kind;
    passage_.text = std::move(text.text);
    passage_.links = std::move(text.links);
    sink_(passage_);
  }

  const PageContext& context_;
  const Record& record_;
  const PassageSink& sink_;
  const LinkResolver links_;
  const std::string root_;
  const std::string page_;
  const MarkdownNode* const repeated_title_;
  const BlockIds& ids_;
  std::unordered_map<const MarkdownNode*, const Item*> items_;
  TextPlace place_;
  const VerbsOfItems verbs_;
  Passage passage_;  ///< The present one; the next begins with what the two have in common.
  ListMarks marks_;
  int quotes_ = 0;
  bool in_note_ = false;
};

}  // namespace

std::string passage_document(const Record& record) {
  return (record.meeting.empty() ? "pages" : "meetings/" + record.meeting) + '/' + record.name;
}

void read_record_passages(const PageContext& context, const Record& record,
                          const PassageSink& sink) {
  RecordPassages reader(context, record, sink);
  reader.add_facts();
  for (const MarkdownTree& tree : record.trees) reader.read(tree.root());
}

}  // namespace opsg::released
