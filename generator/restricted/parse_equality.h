#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

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
  /// Where two outlines go apart.
  struct Difference {
    std::size_t block = 0;
    std::string_view remedy;
  };

  static std::optional<Difference> find_difference(const Outline& expected, const Outline& actual,
                                                   std::size_t first_block);
  std::optional<Difference> find_disturbed() const;
  Outline expected_outline(const Region& region) const;
  const MarkedPortion* portion_between_lists(std::size_t block) const;
  void report(const Difference& difference, Diagnostics& diagnostics) const;

  const MarkedBody& marked_;
  const Withholding& withheld_;
  const MarkdownBody& body_;
  ZoneMarks marks_;
  Outline marked_outline_;
  /// Where the marks that zones_of() would take off change the parse.
  std::optional<Difference> disturbed_;
};

/// Reports every span that begins and ends in different inlines (emphasis, link, line of a title)
/// as `marking-span-boundary`.
void check_span_boundaries(const MarkedBody& marked, const MarkdownBody& body,
                           Diagnostics& diagnostics);

}  // namespace opsg::restricted
