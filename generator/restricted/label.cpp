#include "label.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "look_alike.h"
#include "text.h"

namespace opsg::restricted {
namespace {

constexpr std::size_t kSlipsInLabelKey = 2;

/// As a reader takes it: without what cannot be seen, look-alike letters as what they look like.
std::string as_seen(std::string_view text) {
  std::string seen;
  for (const char32_t c : decode_utf8(text)) {
    if (!is_unseen(c)) append_utf8(seen, look_alike_of(c));
  }
  return seen;
}

std::string help_for(std::string_view label, const Policy& policy) {
  const std::string levels = fmt::format("the levels are {}", level_list(policy));
  const std::string seen = as_seen(label);
  if (const auto level = policy.find_level(seen)) {
    return fmt::format("it looks like `{}`, but has letters of another script; {}",
                       policy[*level].name, levels);
  }
  const auto meant = nearest(seen, policy.all_names());
  return meant ? fmt::format("did you mean `{}`? {}", *meant, levels) : levels;
}

}  // namespace

bool is_misspelt_label_key(std::string_view key) {
  // As seen, a key is no longer than written.
  if (key == kLabelKey || key.size() + kSlipsInLabelKey < kLabelKey.size()) return false;
  const std::u32string written = decode_utf8(ascii_lower(as_seen(trim(key))));
  return edit_distance(written, decode_utf8(kLabelKey)) <= kSlipsInLabelKey;
}

std::optional<Level> read_label(const TomlValue& value, const Policy& policy,
                                Diagnostics& diagnostics) {
  const std::string* label = value.string();
  if (!label) {
    diagnostics
        .error("label-type", value.span(),
               fmt::format("a label is a string, not {}", value.type_name()))
        .with_help("write one level's name in quotes: " + level_list(policy));
    return std::nullopt;
  }
  if (trim(*label).empty()) {
    diagnostics.error("label-empty", value.span(), "the label is empty")
        .with_help("the levels are " + level_list(policy));
    return std::nullopt;
  }
  const auto level = policy.find_level(*label);
  if (!level) {
    diagnostics
        .error("label-unknown", value.span(), fmt::format("`{}` is no level of the policy", *label))
        .with_help(help_for(*label, policy));
  }
  return level;
}

std::optional<Level> required_label(const TomlTable& table, const SourceSpan& missing_at,
                                    const Policy& policy, Diagnostics& diagnostics) {
  if (const TomlValue* label = table.find(kLabelKey))
    return read_label(*label, policy, diagnostics);
  diagnostics.error("label-missing", missing_at, "there is no classification")
      .with_help(fmt::format("add `classification = \"...\"`: {}", level_list(policy)));
  return std::nullopt;
}

std::string level_list(const Policy& policy) {
  std::vector<std::string_view> names;
  for (const PolicyLevel& level : policy.levels) names.push_back(level.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace opsg::restricted
