#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown_outline.h"
#include "source_lines.h"
#include "withholding.h"

namespace opsg::restricted {

/// Shows zones to the parser: characters that the text does not hold, put around each zone, tell in
/// the parsed document what the zone became. They are punctuation, as brackets are, so that
/// emphasis beside them parses alike (CommonMark 6.4).
class ZoneMarks {
 public:
  explicit ZoneMarks(std::string_view text);

  /// The text with its zones marked; every line stays a line. Zones nest or are disjoint.
  std::string mark(const SourceLines& lines, const std::vector<Zone>& zones) const;

  /// The outline of a marked text as if it had no marks.
  Outline without_marks(Outline outline) const;

  struct Reading {
    struct Found {
      std::size_t owner = 0;  ///< The block, as OutlineToken::owner.
      bool whole = false;     ///< Whether the zone is no more than whole inlines side by side.
    };
    Outline outline;           ///< `[redacted]` for each redacted zone, nothing for others.
    std::vector<Found> zones;  ///< In the order of their beginnings.
  };
  Reading read(const Outline& outline) const;

 private:
  friend class ZoneReader;
  enum Mark { redact_begin, redact_end, strip_begin, strip_end, mark_count };
  struct FoundMark {
    std::size_t at;
    std::size_t length;
    Mark mark;
  };

  std::size_t find_lead(std::string_view text, std::size_t from) const;
  /// The first mark in the text.
  std::optional<FoundMark> find(std::string_view text) const;

  std::array<std::string, mark_count> marks_;
};

}  // namespace opsg::restricted
