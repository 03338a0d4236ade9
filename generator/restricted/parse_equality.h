#pragma once

#include "diagnostic.h"
#include "marked_body.h"
#include "portions.h"
#include "redaction.h"
#include "withholding.h"
#include "zone_marks.h"

namespace opsg::restricted {

/// Proves a redaction: the cleared text must parse as the original minus the withheld nodes, but
/// for the start of ordered lists, `[redacted]` and how tight lists are. A difference is reported
/// as `structure-changed` where it first shows. This catches what no other rule thought of.
class ParseEquality {
 public:
  ParseEquality(const MarkedBody& marked, const Withholding& withheld, const MarkdownBody& body);

  void check(const Region& region, const Fragment& cleared, Diagnostics& diagnostics) const;

 private:
  Outline expected_outline(const Region& region) const;
  const MarkedPortion* portion_between_lists(std::size_t block) const;
  void report(std::size_t block, Diagnostics& diagnostics) const;

  const MarkedBody& marked_;
  const Withholding& withheld_;
  const MarkdownBody& body_;
  ZoneMarks marks_;
  Outline original_;
  Outline marked_outline_;
};

/// Reports every span that begins and ends in different inlines (emphasis, link, line of a title)
/// as `marking-span-boundary`.
void check_span_boundaries(const MarkedBody& marked, const MarkdownBody& body,
                           Diagnostics& diagnostics);

}  // namespace opsg::restricted
