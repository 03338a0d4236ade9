#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostic.h"
#include "policy.h"
#include "toml_value.h"

namespace opsg::restricted {

/// The key of a label in front matter and in every TOML table.
inline constexpr std::string_view kLabelKey = "classification";

/// Whether a key other than kLabelKey must have been meant as it: "Clasification".
bool is_misspelt_label_key(std::string_view key);

/// The level that a label's value names. What is no name of a level is reported: `label-type`,
/// `label-empty`, `label-unknown`.
std::optional<Level> read_label(const TomlValue& value, const Policy& policy,
                                Diagnostics& diagnostics);

/// The label of a table that must have one; `label-missing` is reported at `missing_at`.
std::optional<Level> required_label(const TomlTable& table, const SourceSpan& missing_at,
                                    const Policy& policy, Diagnostics& diagnostics);

/// "white, green, amber, red"
std::string level_list(const Policy& policy);

}  // namespace opsg::restricted
