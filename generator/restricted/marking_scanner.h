#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "inline_atoms.h"
#include "level_names.h"
#include "policy.h"

namespace opsg::restricted {

/// What a stretch of inline text is, which decides the markings that it may hold.
enum class TextPlace {
  paragraph,   ///< `(AMBER) text`, spans
  heading,     ///< `text (AMBER)`, spans
  first_cell,  ///< Of a table row: `(AMBER) text` (or nothing after it), spans
  cell,        ///< Spans
  elsewhere,   ///< None: definitions, HTML, indented code.
};

enum class MarkingForm { block, heading, span };

/// A marking, by byte offsets into the scanned text.
struct Marking {
  MarkingForm form = MarkingForm::block;
  Level level;
  std::size_t begin =
      0;  ///< Of what a cleared text leaves out: `(AMBER) `, ` (AMBER)`, `[AMBER: `.
  std::size_t end = 0;
  std::size_t bracket = 0;   ///< Where the marking's opening bracket stands.
  std::size_t name_end = 0;  ///< Behind `)`, or behind the `:` of a span.
  std::size_t close = 0;     ///< Spans only: the closing bracket.
};

/// How something fails to be a marking.
enum class Slip {
  malformed,   ///< `(AMBER - x)`, `[AMBER]`, `(AMBER)text`
  misplaced,   ///< `text (AMBER)`, `## (AMBER) title`
  small,       ///< `(amber)`
  small_span,  ///< `[amber: words]`
  misspelt,    ///< `(AMBR)`
  look_alike,  ///< Look-alike letters, invisible characters, entities, emphasis inside the bracket.
  loose,       ///< `(TLP : AMBER)`, `(A.M.B.E.R.)`
  bare,        ///< `AMBER: text`, `AMBER) text`
  bare_end,    ///< `text - AMBER`, `text. AMBER`, `## text TLP:AMBER`
  status_end,  ///< `word - AMBER`: as an item of a list, a status.
  alone,       ///< A paragraph's first line that is `AMBER`.
  shared,      ///< `(SECAS/AMBER)`, `(Marking: AMBER)`, `[End of AMBER]`
  unclosed,    ///< `[AMBER: text`
  comment,     ///< `<!-- AMBER -->` (marking_comments.h)
  foreign,     ///< `RESTRICTED: text` (foreign_markings.h)
};

/// What could be meant as a marking and is none.
struct NearMiss {
  Slip slip = Slip::malformed;
  std::size_t begin = 0;
  std::size_t end = 0;
  const LevelName* meant = nullptr;
};

/// Both lists by place.
struct ScannedText {
  std::vector<Marking> markings;
  std::vector<NearMiss> near_misses;
};

/// Scans the inline text of one block, without its containers' prefixes. `atoms` are the code spans
/// and comments to leave alone; `names` must outlive the result.
ScannedText scan_markings(std::string_view text, TextPlace place,
                          const std::vector<InlineAtom>& atoms, const LevelNames& names);

}  // namespace opsg::restricted
