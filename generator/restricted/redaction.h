#pragma once

#include <cstddef>

#include "marked_body.h"
#include "portions.h"
#include "text_edits.h"
#include "withholding.h"

namespace opsg::restricted {

/// What is cleared as one fragment: the whole body, or an extract.
struct Region {
  std::size_t first_block = 0;
  std::size_t end_block = 0;
  LineRange lines;
  std::size_t container = 0;  ///< The quote or item around it, whose prefixes it loses.

  bool whole() const { return first_block == 0; }
};

Region whole_body(const BlockTree& tree);
Region extract_region(const BlockTree& tree, const MarkedPortion& portion);

/// The region without what is withheld: items and rows leave no line, other blocks a blank one,
/// spans `\[redacted\]`; markings are taken off; ordered lists are numbered without what is
/// missing.
Fragment redact(const MarkedBody& marked, const Withholding& withheld, const Region& region,
                const MarkdownBody& body);

}  // namespace opsg::restricted
