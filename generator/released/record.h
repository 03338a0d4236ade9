#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "block_ids.h"
#include "cleared.h"
#include "date.h"
#include "diagnostic.h"
#include "markdown_tree.h"
#include "post_meeting_notes.h"
#include "site_config.h"
#include "sources.h"
#include "vocabulary.h"
#include "written_link.h"

namespace opsg::released {

struct State {
  std::string name;  ///< As site.toml spells it.
  bool closed = false;
  friend bool operator==(const State&, const State&) = default;
};

/// "20 - Critical", "15 (High)", "12".
struct Score {
  int value = 0;
  std::string band;  ///< May be empty.
  friend bool operator==(const Score&, const Score&) = default;
};

/// "96.12%": in hundredths of a percent, exactly as many as were written.
struct Percentage {
  int hundredths = 0;
  friend auto operator<=>(const Percentage&, const Percentage&) = default;
};

/// "October 2021", "Q3 2021", "2021": the first and last month, for ordering, and its own text.
struct Period {
  std::chrono::year_month first;
  std::chrono::year_month last;
  std::string text;
  friend bool operator==(const Period&, const Period&) = default;
};

enum class Rag { red, amber, green };

struct PartyNames {
  std::vector<std::string> names;  ///< As parties.toml spells them; unknown ones as written.
  friend bool operator==(const PartyNames&, const PartyNames&) = default;
};

using FieldValue =
    std::variant<std::string, WrittenDate, PartyNames, State, Score, Percentage, Period, Rag>;

struct Field {
  std::string name;  ///< The definition's name: "target".
  FieldValue value;
  std::string text;  ///< As written.
  SourceSpan span;   ///< Of the value.
};

/// An agenda item: a heading that begins with an item number. Items of a fragment are in the order
/// of the text; what follows an item up to the next heading of an item is its body.
struct Item {
  std::string number;                 ///< "3.1"
  std::string title;                  ///< Plain text, without number and sponsor.
  std::vector<std::string> sponsors;  ///< Known parties of a trailing "(SECAS/DCC)".
  std::string anchor;                 ///< "item-3-1"
  std::size_t fragment = 0;           ///< Index into Record::trees.
  const MarkdownNode* heading = nullptr;
  SourceSpan span;
};

inline constexpr std::size_t kNoItem = static_cast<std::size_t>(-1);

/// What one place of one record says of a register's entry.
struct Entry {
  std::string register_name;
  std::string id;               ///< Normalised: "OPSG 37x/01".
  std::string title;            ///< Empty where only the id is given.
  bool raises = false;          ///< An `ACTION` paragraph: the entry begins here.
  bool owner_inferred = false;  ///< The owner field is what stands before "to".
  std::vector<Field> fields;
  std::vector<const MarkdownNode*> prose;  ///< Top-level blocks, without fields and other entries.
  std::size_t fragment = 0;
  std::size_t item = kNoItem;          ///< Index into Record::items.
  std::string anchor;                  ///< "action-opsg-37x-01": unique in the record.
  const MarkdownNode* node = nullptr;  ///< The heading or the paragraph.
  SourceSpan span;                     ///< Of the id.

  const Field* find(std::string_view field_name) const;
};

/// "The OPSG **AGREED** that ...": one for each bold verb of the policy of site.toml.
struct Decision {
  std::string verb;  ///< Lower case: "agreed".
  /// Plain text of the sentence or list item, as it reads: "AGREED that ...". Without what only
  /// joins list items: "; and".
  std::string subject;
  std::size_t fragment = 0;
  std::size_t item = kNoItem;
  std::string anchor;                  ///< "decision-3-1-2": by item and position in it.
  const MarkdownNode* node = nullptr;  ///< The paragraph that holds the verb.
  SourceSpan span;                     ///< Of the verb.
};

/// A reference that a paragraph, heading or table row mentions.
struct RecordMention {
  std::string definition;  ///< The ReferenceDefinition's name.
  std::string id;
  std::size_t item = kNoItem;               ///< Index into Record::items.
  std::shared_ptr<const std::string> text;  ///< Plain text of the block, whose mentions share it.
  std::size_t at = 0;                       ///< Where in it.
};

/// One document as far as it is cleared, read. Immutable after `read_record`.
struct Record {
  SourcePath path;
  std::string meeting;  ///< The meeting's slug; empty for a page.
  std::string name;     ///< "headlines", "minutes", a page's name.
  std::string level;
  std::string title;     ///< Front matter's, or a page's first heading; may be empty.
  bool complete = true;  ///< False: extracts only; there is no page.
  bool draft = false;    ///< By its status; only audiences that see drafts have such a record.
  std::optional<std::string> adopted;  ///< The code of the meeting that agreed the minutes.
  std::vector<MarkdownTree> trees;     ///< One for each fragment.
  std::vector<Item> items;
  std::vector<Entry> entries;
  std::vector<Decision> decisions;
  std::vector<WrittenLink> links;
  std::vector<RecordMention> mentions;  ///< By place; each id once a block. None of a page.
  PostMeetingNotes notes;
  int highest_heading = 0;  ///< See highest_heading_level() in markdown_blocks.h.
  BlockIds ids;             ///< Where nothing else on its page asks for the same (Anchors).

  const Item* item_of(const Entry& entry) const;
  const Item* item_of(const Decision& decision) const;
};

/// Reads a document by the record format (docs/records.md). All that is wrong is reported in one
/// run; the record holds what could be read and borrows nothing. Of a page only its title is read.
/// Findings matter at full clearance only: with portions withheld, what is left may lack an owner
/// or look like fields, and an audience's pass must never fail on that.
Record read_record(const Cleared<DocumentSource>& source, const SiteConfig& config,
                   const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace opsg::released
