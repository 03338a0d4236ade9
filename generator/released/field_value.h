#pragma once

#include <optional>
#include <string_view>

#include "diagnostic.h"
#include "record.h"

namespace opsg::released {

/// What a field's value is read against.
struct FieldContext {
  const RegisterDefinition& definition;
  const Vocabulary& vocabulary;
  Diagnostics& diagnostics;
};

/// Reads a field's value by its type. Nothing where it is none, which is reported as
/// `date-impossible`, `date-ambiguous`, `state-unknown` or `field-type`. Parties that parties.toml
/// lacks are a warning, `party-unknown`.
std::optional<FieldValue> read_field_value(const FieldDefinition& field, std::string_view text,
                                           const SourceSpan& span, const FieldContext& context);

/// "96.12%"; at most two decimals.
std::optional<Percentage> parse_percentage(std::string_view text);
/// "20", "20 - Critical", "20 (Critical)"; 0 to 9999.
std::optional<Score> parse_score(std::string_view text);
/// "October 2021", "Oct 2021", "Q3 2021" (July to September), "2021".
std::optional<Period> parse_period(std::string_view text);
/// "Red", "AMBER", "green".
std::optional<Rag> parse_rag(std::string_view text);

}  // namespace opsg::released
