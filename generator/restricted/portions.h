#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic.h"
#include "gate_rules.h"
#include "level_names.h"
#include "policy.h"
#include "sources.h"

namespace opsg::restricted {

enum class PortionKind {
  document,
  section,
  paragraph,
  list_item,
  block_quote,
  table,
  table_row,
  span,
};

/// A part of a document that has a level of its own, by its marking (the document: by its label).
struct Portion {
  PortionKind kind = PortionKind::document;
  Level level;
  SourceSpan marking;              ///< Where the marking (or label) stands.
  std::uint32_t first_line = 0;    ///< Lines of the source file, counted from 1.
  std::uint32_t last_line = 0;     ///< Inclusive.
  std::uint32_t first_column = 0;  ///< Spans only: bytes, counted from 1, the bracket included.
  std::uint32_t last_column = 0;   ///< Spans only: of the closing bracket.
  bool extract = false;            ///< Marked below the document's label.
};

/// The Markdown body of a document: the file's text after its front matter.
struct MarkdownBody {
  SourcePath path;
  std::string_view text;         ///< Borrowed: the SourceFile's.
  std::uint32_t first_line = 1;  ///< The line of the file at which `text` begins.
};

/// How markings are read throughout a site.
struct MarkingContext {
  /// `known_words` are party names and acronyms (upper case), which are never near-misses of a
  /// level's name.
  MarkingContext(const Policy& policy_of_site, std::set<std::string, std::less<>> known_words,
                 const GateRules& rules_in_force)
      : policy(policy_of_site),
        names(policy_of_site, std::move(known_words)),
        rules(rules_in_force) {}

  const Policy& policy;
  LevelNames names;
  GateRules rules;
};

/// The document's blocks and markings as they were parsed (marked_body.h).
struct MarkedBody;

/// The portions of one document: itself first, then by place. Portions nest or are disjoint.
struct PortionMap {
  MarkdownBody body;
  std::vector<Portion> portions;
  /// Some extent cannot be trusted, which was reported: nothing of the document may be cleared.
  bool doubtful = false;
  std::shared_ptr<const MarkedBody> marked;  ///< Null where nothing looks like a marking.

  /// Whether anything but the document's label decides: otherwise the gate takes the short way.
  bool has_markings() const { return portions.size() > 1; }
};

/// Finds every marking of a document that is labelled `label` (its span: where the label stands).
/// Near-misses, lower markings, lead-ins and structure that could hide the extent of a portion are
/// reported, whatever the clearance; what is reported as an error must stop the build. The map
/// borrows the body's text.
PortionMap find_portions(const MarkdownBody& body, Level label, const SourceSpan& label_span,
                         const MarkingContext& context, Diagnostics& diagnostics);

/// What of the document the clearance admits, as Markdown to be parsed afresh: one fragment where
/// the document itself is admitted (with its markings taken out, withheld portions removed and
/// withheld spans shown as `[redacted]`), otherwise one fragment for each admitted extract. Checks
/// that the cleared text parses as the original minus the withheld nodes; a difference is reported
/// as `structure-changed`. Nothing of a doubtful document.
std::vector<Fragment> clear_portions(const PortionMap& map, const Clearance& clearance,
                                     const MarkingContext& context, Diagnostics& diagnostics);

/// The lines (of the source file) that the clearance does not admit in full, sorted: for
/// diagnostics, which must not quote them.
std::vector<std::uint32_t> withheld_lines(const PortionMap& map, const Clearance& clearance);

}  // namespace opsg::restricted
