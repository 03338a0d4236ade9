#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "record.h"

namespace opsg::released {

using Json = nlohmann::ordered_json;

/// "2021-01-25", or null.
Json date_json(std::optional<Date> date);
/// "2021-01-25", "TBC" or "N/A".
Json date_json(const WrittenDate& date);

/// Null where it is empty.
Json text_json(const std::string& text);

/// A field's value as docs/data.md describes it, by its type.
Json value_json(const FieldValue& value);
/// Name -> value, in the order of the fields.
Json fields_json(const std::vector<Field>& fields);

}  // namespace opsg::released
