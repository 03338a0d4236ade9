#include "full_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "inline_text.h"
#include "markdown_walk.h"
#include "register.h"
#include "text.h"

namespace opsg::released {
namespace {

/// Lines of the source file, both included.
struct BlockLines {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// A record, and where in its file its blocks stand.
class PlacedRecord {
 public:
  PlacedRecord(const Record& record, const FragmentOrigins& origins)
      : record_(&record), origins_(&origins) {}

  const Record& operator*() const { return *record_; }
  const Record* operator->() const { return record_; }

  BlockLines lines_of(std::size_t fragment, const MarkdownNode* block) const {
    const int first = block->start_line();
    const int last = std::max(first, block->end_line());
    return {original((*origins_)[fragment], first), original((*origins_)[fragment], last)};
  }
  std::uint32_t line_of(const Item& item) const {
    return lines_of(item.fragment, item.heading).first;
  }
  std::uint32_t line_of(const Entry& entry) const {
    return lines_of(entry.fragment, entry.node).first;
  }
  std::uint32_t line_of(const Decision& decision) const {
    return lines_of(decision.fragment, decision.node).first;
  }

 private:
  /// The parser counts a lone carriage return as a line's end and knows no line of some nodes.
  static std::uint32_t original(const std::vector<std::uint32_t>& origins, int line) {
    const auto index = static_cast<std::size_t>(std::max(line, 1) - 1);
    return origins.empty() ? 0 : origins[std::min(index, origins.size() - 1)];
  }

  const Record* record_;
  const FragmentOrigins* origins_;
};

/// What a record was read as, by the lines at which the blocks begin that say so. Columns do not
/// count: without a withheld span or a marking they are others.
template <class T>
class ByLine {
 public:
  ByLine(const PlacedRecord& record, const std::vector<T>& read) {
    for (const T& each : read) by_line_.emplace(record.line_of(each), &each);
  }

  /// The first one at the line of which this is true; null where there is none.
  template <class Matches>
  const T* find(std::uint32_t line, Matches matches) const {
    const auto [begin, end] = by_line_.equal_range(line);
    const auto found =
        std::find_if(begin, end, [&](const auto& at) { return matches(*at.second); });
    return found == end ? nullptr : found->second;
  }

  bool has(std::uint32_t line) const { return by_line_.contains(line); }

 private:
  std::unordered_multimap<std::uint32_t, const T*> by_line_;
};

/// Of a text in which words are withheld nothing can be said.
bool says_otherwise(std::string_view shown, std::string_view full) {
  return shown != full && !has_redaction(shown);
}

bool has_field(const Entry& entry, const Field& field) {
  const Field* same = entry.find(field.name);
  return same && same->text == field.text;
}

bool holds_text(const MarkdownNode* node) {
  const MarkdownKind type = node->kind();
  return type == MarkdownKind::paragraph || type == MarkdownKind::heading;
}

using LinesOfFile = std::unordered_set<std::uint32_t>;

/// Those of which the source says something: of what is withheld, empty lines may be left.
LinesOfFile lines_with_text(const DocumentSource& source) {
  LinesOfFile lines;
  for (const auto& [text, original_lines] : source.fragments) {
    auto origin = original_lines.begin();
    for (const std::string_view line : split(text, '\n')) {
      if (origin == original_lines.end()) break;
      if (!trim(line).empty()) lines.insert(*origin);
      ++origin;
    }
  }
  return lines;
}

// What to do about a difference.
constexpr std::string_view kPartedOrAlike =
    "put a paragraph that all may read between this and what it would be read with, or mark both "
    "alike";
constexpr std::string_view kWholeNumber =
    "withhold the number of an agenda item as a whole, or not at all";
constexpr std::string_view kOpenParties =
    "label the parties that it names, in parties.toml, as open as this";
constexpr std::string_view kWholeKey =
    "withhold the id of an entry as a whole, and the fields that tell it from others only with all "
    "of it";
constexpr std::string_view kWholeFields =
    "mark the entry and all its fields alike, or put a paragraph that all may read between it and "
    "this";
constexpr std::string_view kWholeReference = "withhold the reference as a whole, or not at all";
constexpr std::string_view kOwnHeading =
    "put a heading that all may read above this, or mark this like the heading that it stands "
    "under";

/// Compares one record as an audience has it with the same one at full clearance.
class RecordComparison {
 public:
  RecordComparison(const PlacedRecord& shown, LinesOfFile shown_lines, const PlacedRecord& full,
                   const Site& site, Diagnostics& diagnostics)
      : shown_(shown),
        shown_lines_(std::move(shown_lines)),
        full_(full),
        site_(site),
        diagnostics_(diagnostics),
        items_(full, full->items),
        entries_(full, full->entries),
        decisions_(full, full->decisions) {
    for (const RecordMention& each : full->mentions) mentions_.emplace(each.id, &each);
  }

  void compare() {
    for (const Item& item : shown_->items) compare_item(item);
    for (const Entry& entry : shown_->entries) compare_entry(entry);
    for (const Decision& decision : shown_->decisions) compare_decision(decision);
    for (const RecordMention& mention : shown_->mentions) compare_mention(mention);
    for (const Entry& entry : full_->entries) compare_withheld(entry);
  }

 private:
  /// What raises an entry takes its fields with it, whatever the gate takes for either.
  void compare_withheld(const Entry& entry) {
    if (shown_lines_.contains(full_.line_of(entry))) return;
    for (const Field& field : entry.fields) {
      if (!shown_lines_.contains(field.span.line)) continue;
      diagnostics_
          .error("structure-changed", field.span,
                 "this is a field of an entry that is withheld from somebody who sees it")
          .with_help("mark both alike, or put a paragraph that all may read between the two");
    }
  }

  void compare_item(const Item& item) {
    const Item* full = items_.find(shown_.line_of(item),
                                   [&](const Item& other) { return other.number == item.number; });
    const std::string name = fmt::format("agenda item {}", item.number);
    if (!full) return report(item.span, name, kWholeNumber);
    const bool sponsors = item.sponsors == full->sponsors || has_redaction(item.title);
    if (says_otherwise(item.title, full->title) || !sponsors) {
      report(item.span, fmt::format("the title of {}", name), kOpenParties);
    }
  }

  void compare_entry(const Entry& entry) {
    const RegisterDefinition& definition = site_.find_register(entry.register_name)->definition;
    const JoinKey key = join_key(entry, definition);
    const Entry* full = entries_.find(shown_.line_of(entry), [&](const Entry& other) {
      return other.register_name == entry.register_name && other.raises == entry.raises &&
             join_key(other, definition).parts == key.parts;
    });
    if (!full) return report(entry.span, fmt::format("the entry {}", entry.id), kWholeKey);
    if (says_otherwise(entry.title, full->title)) {
      report(entry.span, fmt::format("the title of {}", entry.id));
    }
    compare_item_of(entry, *full, entry.span);
    compare_owner(entry, *full);
    compare_fields(entry, *full, definition);
    compare_prose(entry, *full);
    compare_lost_prose(entry, *full);
  }

  /// Only those who know the party read the text that names it as the owner.
  void compare_owner(const Entry& entry, const Entry& full) {
    if (!full.owner_inferred || entry.find("owner") || has_redaction(plain_text(entry.node)))
      return;
    report(entry.span, fmt::format("the entry {} without an owner", entry.id), kOpenParties);
  }

  void compare_fields(const Entry& entry, const Entry& full, const RegisterDefinition& definition) {
    for (const Field& field : entry.fields) {
      if (has_field(full, field)) continue;
      const FieldDefinition* known = definition.find_field(field.name);
      report(field.span, fmt::format("the field `{}`", known ? known->title : field.name),
             kWholeFields);
    }
  }

  /// Blocks may begin later without their first item or row, but not beyond their end.
  void compare_prose(const Entry& entry, const Entry& full) {
    auto other = full.prose.begin();
    for (const MarkdownNode* block : entry.prose) {
      const std::uint32_t line = shown_.lines_of(entry.fragment, block).first;
      const auto ends_before = [&](const MarkdownNode* each) {
        return full_.lines_of(full.fragment, each).last < line;
      };
      other = std::find_if_not(other, full.prose.end(), ends_before);
      const bool same =
          other != full.prose.end() && full_.lines_of(full.fragment, *other).first <= line;
      if (!same) return report(place_of(entry.fragment, block), "a part of the entry above");
    }
  }

  /// What belongs to an entry, and is shown, belongs to it for everybody: what else would be fields
  /// without a withheld item beside them would be in none of its lists.
  void compare_lost_prose(const Entry& entry, const Entry& full) {
    const LinesOfFile kept = lines_of_entry(entry);
    for (const MarkdownNode* block : full.prose) {
      const BlockLines lines = full_.lines_of(full.fragment, block);
      for (std::uint32_t line = lines.first; line <= lines.last; ++line) {
        if (!shown_lines_.contains(line) || kept.contains(line)) continue;
        return report({shown_->path, line, 1, 1}, "no part of the entry above");
      }
    }
  }

  LinesOfFile lines_of_entry(const Entry& entry) const {
    LinesOfFile kept;
    for (const Field& field : entry.fields) kept.insert(field.span.line);
    for (const MarkdownNode* block : entry.prose) {
      const BlockLines lines = shown_.lines_of(entry.fragment, block);
      for (std::uint32_t line = lines.first; line <= lines.last; ++line) kept.insert(line);
    }
    return kept;
  }

  void compare_decision(const Decision& decision) {
    const Decision* full = decisions_.find(shown_.line_of(decision), [&](const Decision& other) {
      return other.verb == decision.verb && !says_otherwise(decision.subject, other.subject);
    });
    if (!full) return report(decision.span, "a decision");
    compare_item_of(decision, *full, decision.span);
  }

  /// A mention knows its block by its text alone.
  void compare_mention(const RecordMention& mention) {
    const auto [begin, end] = mentions_.equal_range(mention.id);
    bool has_been_read = false;
    for (auto at = begin; at != end; ++at) {
      const RecordMention& other = *at->second;
      const bool same =
          other.definition == mention.definition && !says_otherwise(*mention.text, *other.text);
      if (same && is_item_of(mention, other)) return;
      has_been_read = has_been_read || same;
    }
    report(place_of(mention), "a reference", has_been_read ? kOwnHeading : kWholeReference);
  }

  /// What an extract says stands under no item: it says less. Of an item that is none there is a
  /// finding already.
  template <class T>
  bool is_item_of(const T& shown, const T& full) const {
    if (shown.item == kNoItem) return true;
    const std::uint32_t line = shown_.line_of(shown_->items[shown.item]);
    const bool same = full.item != kNoItem && full_.line_of(full_->items[full.item]) == line;
    return same || !items_.has(line);
  }

  template <class T>
  void compare_item_of(const T& shown, const T& full, const SourceSpan& place) {
    if (is_item_of(shown, full)) return;
    report(place, "a part of the agenda item above", kOwnHeading);
  }

  SourceSpan place_of(std::size_t fragment, const MarkdownNode* block) const {
    const int column = std::max(block->start_column(), 1);
    return {shown_->path, shown_.lines_of(fragment, block).first,
            static_cast<std::uint32_t>(column), 1};
  }

  /// Of a table's row, which is not looked for, the item.
  SourceSpan place_of(const RecordMention& mention) const {
    for (std::size_t i = 0; i < shown_->trees.size(); ++i) {
      for (MarkdownWalk walk(shown_->trees[i].root()); walk.next();) {
        if (!walk.entering() || !holds_text(walk.node())) continue;
        if (plain_text(walk.node()) == *mention.text) return place_of(i, walk.node());
        walk.skip();
      }
    }
    return mention.item == kNoItem ? SourceSpan{shown_->path} : shown_->items[mention.item].span;
  }

  /// The message names nothing that does not stand at the place: more may be withheld of the log of
  /// a check than of the audience that the reading is for.
  void report(const SourceSpan& place, std::string_view what,
              std::string_view remedy = kPartedOrAlike) {
    diagnostics_
        .error("structure-changed", place,
               fmt::format("this reads as {} only where something else is withheld", what))
        .with_help(std::string(remedy));
  }

  PlacedRecord shown_;
  LinesOfFile shown_lines_;
  PlacedRecord full_;
  const Site& site_;
  Diagnostics& diagnostics_;
  ByLine<Item> items_;
  ByLine<Entry> entries_;
  ByLine<Decision> decisions_;
  std::unordered_multimap<std::string_view, const RecordMention*> mentions_;  ///< By id.
};

FragmentOrigins origins_of(const DocumentSource& source) {
  FragmentOrigins origins;
  for (const Fragment& fragment : source.fragments) origins.push_back(fragment.original_lines);
  return origins;
}

}  // namespace

FullReading::FullReading(const Site& everything, const ClearedSources& sources)
    : records_(everything.records) {
  for (const auto& source : sources.documents) {
    origins_.emplace(source->path.view(), origins_of(*source));
  }
}

void FullReading::report_differences(const Site& shown, const ClearedSources& sources,
                                     Diagnostics& diagnostics) const {
  std::unordered_map<std::string_view, const Record*> full;
  for (const Record& record : records_) full.emplace(record.path.view(), &record);
  std::unordered_map<std::string_view, const DocumentSource*> shown_sources;
  for (const auto& source : sources.documents) shown_sources.emplace(source->path.view(), &*source);
  for (const Record& record : shown.records) {
    const std::string_view path = record.path.view();
    const Record& other = *full.at(path);
    // A record that nothing is withheld of is the very same one.
    if (&other == &record) continue;
    const DocumentSource& source = *shown_sources.at(path);
    const FragmentOrigins shown_origins = origins_of(source);
    RecordComparison({record, shown_origins}, lines_with_text(source),
                     {other, origins_.find(path)->second}, shown, diagnostics)
        .compare();
  }
}

}  // namespace opsg::released
