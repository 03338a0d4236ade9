#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gate.h"

namespace opsg::restricted {

/// What the gate decided on one portion of a file, and by which rule.
struct GateDecision {
  std::string subject;           ///< "document", "section", "table `attendance`", ...
  SourceSpan place;              ///< The label, marking or key that decides.
  std::uint32_t first_line = 0;  ///< What it covers; 0 for the whole file.
  std::uint32_t last_line = 0;
  std::string level;                   ///< Its name.
  std::string rule;                    ///< A stable name: "document-label".
  std::string reason;                  ///< The rule as a sentence.
  std::vector<std::string> audiences;  ///< Those that are shown it.
};

/// A file, and a line in it where not 0.
struct ExplainFilter {
  std::string path;
  std::uint32_t line = 0;
};

/// "path" or "path:line"
ExplainFilter parse_explain_filter(std::string_view text);

/// Every decision of the gate, by path and line. With a filter, those on its file or that cover its
/// line.
std::vector<GateDecision> explain(const LabelledSite& site, GateTime time,
                                  const std::optional<ExplainFilter>& filter = std::nullopt);

/// For people: one paragraph a decision. Empty where there is none.
std::string format_decisions(const std::vector<GateDecision>& decisions);

}  // namespace opsg::restricted
