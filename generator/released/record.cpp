#include "record.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "action_paragraph.h"
#include "agenda_item.h"
#include "bullet_lines.h"
#include "decisions.h"
#include "entry_address.h"
#include "entry_heading.h"
#include "field_list.h"
#include "field_value.h"
#include "fragment_lines.h"
#include "id_wording.h"
#include "inline_text.h"
#include "markdown_blocks.h"
#include "markdown_walk.h"
#include "raw_html.h"
#include "record_mentions.h"
#include "text.h"
#include "title_limit.h"
#include "unread_fields.h"

namespace opsg::released {
namespace {

/// Gives each anchor once.
class AnchorNames {
 public:
  std::string claim(const std::string& wanted) {
    std::string anchor = wanted;
    while (!used_.insert(anchor).second)
      anchor = fmt::format("{}-{}", wanted, 2 + counts_[wanted]++);
    return anchor;
  }

 private:
  std::set<std::string> used_;
  std::map<std::string, int> counts_;
};

/// Reads a record's fragments in turn. A page, which belongs to no meeting, holds prose only.
class RecordReader {
 public:
  RecordReader(Record& record, const SiteConfig& config, const Vocabulary& vocabulary,
               Diagnostics& diagnostics)
      : record_(record),
        config_(config),
        vocabulary_(vocabulary),
        diagnostics_(diagnostics),
        actions_(config, vocabulary, diagnostics),
        decisions_(config, vocabulary) {}

  void read(const Fragment& fragment);

 private:
  struct OpenEntry {
    std::size_t entry = 0;
    int heading_level = 0;
  };

  struct KnownList {
    const MarkdownNode* list = nullptr;
    bool of_decisions = false;
  };

  void read_page_title(const FragmentLines& lines);
  void visit(MarkdownWalk& walk, const FragmentLines& lines);
  void read_heading(const MarkdownNode* heading, const FragmentLines& lines);
  void read_item(const MarkdownNode* heading, ItemHeading item, const FragmentLines& lines);
  bool read_entry(const MarkdownNode* heading, std::string_view text, const FragmentLines& lines);
  void read_paragraph(const MarkdownNode* paragraph, const FragmentLines& lines);
  void raise_entry(ActionParagraph action, const MarkdownNode* paragraph,
                   const FragmentLines& lines);
  void read_decisions(const MarkdownNode* paragraph, const InlineText& text,
                      const FragmentLines& lines);
  void report_too_long(const std::string& decision, const SourceSpan& span);
  bool stands_in_list_of_decisions(const MarkdownNode* paragraph);
  Entry& add_entry(const RegisterDefinition& definition, std::string id, const MarkdownNode* node,
                   const FragmentLines& lines);
  void read_fields_below(Entry& entry, const RegisterDefinition& definition,
                         const FragmentLines& lines);
  const Entry* entry_above(const MarkdownNode* paragraph) const;
  void report_unread_field(const MarkdownNode* paragraph, const InlineText& text,
                           const FragmentLines& lines);
  void add_prose(const MarkdownNode* block);
  FieldContext context_of(const RegisterDefinition& definition) const {
    return {definition, vocabulary_, diagnostics_};
  }
  std::size_t fragment() const { return record_.trees.size() - 1; }

  Record& record_;
  const SiteConfig& config_;
  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
  ActionReader actions_;
  DecisionFinder decisions_;

  AnchorNames anchors_;
  std::map<std::string, SourceSpan> item_numbers_;
  std::map<std::size_t, int> decisions_of_items_;
  // Of the fragment that is being read:
  std::size_t item_ = kNoItem;
  std::vector<OpenEntry> open_;
  std::unordered_set<const MarkdownNode*> field_lists_;
  KnownList last_list_;
};

void RecordReader::read(const Fragment& fragment) {
  const MarkdownNode* root =
      record_.trees.emplace_back(parse_without_comments(fragment.text)).root();
  const FragmentLines lines(fragment, record_.path);
  item_ = kNoItem;
  open_.clear();
  field_lists_.clear();
  last_list_ = {};
  report_raw_html(root, lines, diagnostics_);
  for (WrittenLink& link : written_links(root, lines)) record_.links.push_back(std::move(link));
  if (record_.meeting.empty()) return read_page_title(lines);
  for (MarkdownWalk walk(root); walk.next();) {
    if (walk.entering()) visit(walk, lines);
  }
}

/// Of a page whose front matter gives none: its first heading.
void RecordReader::read_page_title(const FragmentLines& lines) {
  const MarkdownNode* block = first_block(record_);
  if (!record_.title.empty() || !block || block->parent() != record_.trees.back().root()) return;
  while (block && !is_kind(block, MarkdownKind::heading)) block = block->next();
  if (!block) return;
  record_.title = plain_text(block);
  check_title_length(record_.title, BlockCursor(lines, block).find(record_.title), diagnostics_);
}

void RecordReader::visit(MarkdownWalk& walk, const FragmentLines& lines) {
  const MarkdownNode* node = walk.node();
  const bool top_level = is_kind(node->parent(), MarkdownKind::document);
  if (field_lists_.contains(node)) {
    walk.skip();
  } else if (top_level && is_kind(node, MarkdownKind::heading)) {
    read_heading(node, lines);
  } else if (is_kind(node, MarkdownKind::paragraph)) {
    read_paragraph(node, lines);
  } else if (top_level) {
    add_prose(node);
  }
}

void RecordReader::read_heading(const MarkdownNode* heading, const FragmentLines& lines) {
  const int level = heading->heading_level();
  while (!open_.empty() && open_.back().heading_level >= level) open_.pop_back();

  std::string text = plain_text(heading);
  if (auto item = read_item_heading(text, vocabulary_)) {
    text = item->title;
    read_item(heading, std::move(*item), lines);
  }
  actions_.report_heading(heading, text, lines);
  if (!read_entry(heading, text, lines)) add_prose(heading);
}

void RecordReader::read_item(const MarkdownNode* heading, ItemHeading item,
                             const FragmentLines& lines) {
  BlockCursor cursor(lines, heading);
  const SourceSpan span = cursor.find(item.number);
  const auto [known, is_new] = item_numbers_.try_emplace(item.number, span);
  if (!is_new) {
    diagnostics_
        .error("item-twice", span, fmt::format("two agenda items have the number {}", item.number))
        .note("the other one is here", known->second)
        .with_help("give every item a number of its own");
  }
  check_title_length(item.title, span, diagnostics_);
  std::string anchor = anchors_.claim("item-" + slugify(item.number));
  item_ = record_.items.size();
  record_.items.push_back({std::move(item.number), std::move(item.title), std::move(item.sponsors),
                           std::move(anchor), fragment(), heading, span});
}

bool RecordReader::read_entry(const MarkdownNode* heading, std::string_view text,
                              const FragmentLines& lines) {
  auto found = read_entry_heading(text, vocabulary_);
  BlockCursor cursor(lines, heading);
  if (!found) {
    const RegisterDefinition* meant = vocabulary_.nearly_leading_id(text);
    if (meant && !has_redaction(text)) {
      diagnostics_
          .warning("id-malformed", cursor.find(text.substr(0, text.find(':'))),
                   fmt::format("this heading is no entry of {}", meant->title))
          .with_help(id_wording(meant->id_pattern));
    }
    return false;
  }
  const RegisterDefinition& definition = *found->definition;
  if (!found->separated && !is_field_list(next_block(heading), definition)) return false;

  const int level = heading->heading_level();
  Entry& entry = add_entry(definition, std::move(found->id), heading, lines);
  entry.title = std::move(found->title);
  entry.span = cursor.find(entry.id);
  check_title_length(entry.title, entry.span, diagnostics_);
  report_fields_in_title(entry, inline_text(heading), lines, context_of(definition));
  open_.push_back({record_.entries.size() - 1, level});
  return true;
}

void RecordReader::read_paragraph(const MarkdownNode* paragraph, const FragmentLines& lines) {
  const InlineText text = inline_text(paragraph);
  report_bullets(paragraph, text, lines, diagnostics_);
  if (auto action = actions_.read(paragraph, text, lines)) {
    return raise_entry(std::move(*action), paragraph, lines);
  }
  if (is_kind(paragraph->parent(), MarkdownKind::document)) {
    report_unread_field(paragraph, text, lines);
    add_prose(paragraph);
  }
  read_decisions(paragraph, text, lines);
}

void RecordReader::raise_entry(ActionParagraph action, const MarkdownNode* paragraph,
                               const FragmentLines& lines) {
  Entry& entry = add_entry(*action.definition, action.id, paragraph, lines);
  entry.title = action.title;
  entry.raises = true;
  entry.span = action.span;
  check_title_length(entry.title, entry.span, diagnostics_);
  report_fields_in_title(entry, inline_text(paragraph), lines, context_of(*action.definition));
  if (entry.find("owner")) return;
  if (auto owner = actions_.infer_owner(action, paragraph, lines)) {
    entry.fields.push_back(std::move(*owner));
    entry.owner_inferred = true;
  }
}

void RecordReader::read_decisions(const MarkdownNode* paragraph, const InlineText& text,
                                  const FragmentLines& lines) {
  if (text.bold.empty()) return;
  BlockCursor cursor(lines, paragraph);
  const bool listed = stands_in_list_of_decisions(paragraph);
  for (FoundDecision& found :
       listed ? decisions_.in_list_item(text) : decisions_.in_sentences(text)) {
    const SourceSpan span = cursor.find(found.written);
    report_too_long(found.subject, span);
    const std::string item = item_ == kNoItem ? "" : "-" + slugify(record_.items[item_].number);
    Decision decision{
        std::move(found.verb), std::move(found.subject), fragment(), item_, {}, paragraph, span};
    decision.anchor =
        anchors_.claim(fmt::format("decision{}-{}", item, ++decisions_of_items_[item_]));
    record_.decisions.push_back(std::move(decision));
  }
}

/// Once for a sentence, however many verbs it has.
void RecordReader::report_too_long(const std::string& decision, const SourceSpan& span) {
  constexpr std::size_t kLongestDecision = 2000;
  if (decision.size() <= kLongestDecision) return;
  if (!record_.decisions.empty() && record_.decisions.back().subject == decision) return;
  diagnostics_
      .error("decision-too-long", span,
             fmt::format("this decision has {} bytes; {} are the most", decision.size(),
                         kLongestDecision))
      .with_help("end its sentence sooner, and go on in another: every list repeats a decision");
}

bool RecordReader::stands_in_list_of_decisions(const MarkdownNode* paragraph) {
  const MarkdownNode* item = paragraph->parent();
  if (!is_kind(item, MarkdownKind::item) || previous_block(paragraph) != nullptr) return false;
  const MarkdownNode* list = item->parent();
  if (list != last_list_.list) {
    const MarkdownNode* above = previous_block(list);
    last_list_ = {list, is_kind(above, MarkdownKind::paragraph) &&
                            decisions_.introduces_decisions(inline_text(above))};
  }
  return last_list_.of_decisions;
}

Entry& RecordReader::add_entry(const RegisterDefinition& definition, std::string id,
                               const MarkdownNode* node, const FragmentLines& lines) {
  std::string kind = definition.name;
  if (kind.size() > 1 && kind.ends_with('s')) kind.pop_back();
  Entry entry;
  entry.register_name = definition.name;
  entry.id = std::move(id);
  entry.fragment = fragment();
  entry.item = item_;
  entry.node = node;
  read_fields_below(entry, definition, lines);
  entry.anchor = anchors_.claim(slugify(fmt::format("{} {}", kind, key_slug(entry, definition))));
  return record_.entries.emplace_back(std::move(entry));
}

void RecordReader::read_fields_below(Entry& entry, const RegisterDefinition& definition,
                                     const FragmentLines& lines) {
  const MarkdownNode* list = next_block(entry.node);
  if (!is_field_list(list, definition)) return;
  field_lists_.insert(list);
  entry.fields = read_field_list(list, lines, context_of(definition));
}

/// The entry that a paragraph reports on: one that was raised right above, or that is still open.
const Entry* RecordReader::entry_above(const MarkdownNode* paragraph) const {
  constexpr int kNear = 3;
  const Entry* last = record_.entries.empty() ? nullptr : &record_.entries.back();
  const MarkdownNode* block = last && last->fragment == fragment() ? paragraph : nullptr;
  for (int i = 0; block && i < kNear; ++i) {
    block = previous_block(block);
    if (block == last->node) return last;
    if (is_kind(block, MarkdownKind::heading)) break;
  }
  return open_.empty() ? nullptr : &record_.entries[open_.back().entry];
}

void RecordReader::report_unread_field(const MarkdownNode* paragraph, const InlineText& text,
                                       const FragmentLines& lines) {
  const Entry* entry = text.text.find(':') == std::string::npos ? nullptr : entry_above(paragraph);
  if (!entry) return;
  const RegisterDefinition& definition = *config_.find_register(entry->register_name);
  released::report_unread_field(*entry, paragraph, text, lines, context_of(definition));
}

void RecordReader::add_prose(const MarkdownNode* block) {
  if (open_.empty() || is_kind(block, MarkdownKind::html_block)) return;
  record_.entries[open_.back().entry].prose.push_back(block);
}

std::optional<std::string> text_of(const TomlTable& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  return value && value->string() ? std::optional(*value->string()) : std::nullopt;
}

}  // namespace

const Field* Entry::find(std::string_view field_name) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& field) { return field.name == field_name; });
  return found == fields.end() ? nullptr : &*found;
}

const Item* Record::item_of(const Entry& entry) const {
  return entry.item == kNoItem ? nullptr : &items[entry.item];
}

const Item* Record::item_of(const Decision& decision) const {
  return decision.item == kNoItem ? nullptr : &items[decision.item];
}

Record read_record(const Cleared<DocumentSource>& source, const SiteConfig& config,
                   const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  Record record;
  record.path = source->path;
  record.meeting = source->meeting;
  record.name = source->name;
  record.level = source->level;
  record.complete = source->complete;
  record.draft = text_of(source->front_matter, "status") == "draft";
  record.adopted = text_of(source->front_matter, "adopted");
  record.title = text_of(source->front_matter, "title").value_or("");
  RecordReader reader(record, config, vocabulary, diagnostics);
  for (const Fragment& fragment : source->fragments) reader.read(fragment);
  if (!record.meeting.empty()) record.mentions = find_references(record, vocabulary);
  for (const MarkdownTree& tree : record.trees) add_post_meeting_notes(tree.root(), record.notes);
  record.highest_heading = highest_heading_level(record);
  const Record* const alone = &record;
  record.ids = std::move(name_blocks({&alone, 1}).front());
  return record;
}

}  // namespace opsg::released
