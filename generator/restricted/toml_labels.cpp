#include "toml_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "label.h"

namespace opsg::restricted {
namespace {

class LabelChecker {
 public:
  LabelChecker(const Policy& policy, Diagnostics& diagnostics)
      : policy_(policy), diagnostics_(diagnostics) {}

  void check_entries(const TomlTable& table, Level level, const SourceSpan& covered_by) {
    for (const auto& [key, value] : table.entries) {
      if (is_misspelt_label_key(key.name)) report_key(key);
      check_value(value, level, covered_by);
    }
  }

 private:
  void check_value(const TomlValue& value, Level level, const SourceSpan& covered_by) {
    if (const TomlArray* array = value.array()) {
      for (const TomlValue& element : *array) check_value(element, level, covered_by);
    } else if (const TomlTable* table = value.table()) {
      check_table(*table, level, covered_by);
    }
  }

  void check_table(const TomlTable& table, Level level, const SourceSpan& covered_by) {
    const TomlValue* label = table.find(kLabelKey);
    const auto own = label ? read_label(*label, policy_, diagnostics_) : std::nullopt;
    if (!own) return check_entries(table, level, covered_by);
    if (*own < level) report_lower(*label, *own, level, covered_by);
    check_entries(table, std::max(*own, level), label->span());
  }

  void report_lower(const TomlValue& label, Level own, Level level, const SourceSpan& covered_by) {
    diagnostics_
        .error("label-lower", label.span(),
               fmt::format("labelled {} inside what is {}", policy_[own].name, policy_[level].name))
        .note(fmt::format("{} is set here", policy_[level].name), covered_by)
        .with_help("a table has at least the level of what it stands in");
  }

  void report_key(const TomlKey& key) {
    diagnostics_.error("unknown-key", key.span, fmt::format("unknown key `{}`", key.name))
        .with_help(fmt::format("did you mean `{}`?", kLabelKey));
  }

  const Policy& policy_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool check_labels_below(const TomlTable& table, Level level, const SourceSpan& covered_by,
                        const Policy& policy, Diagnostics& diagnostics) {
  Diagnostics found;
  LabelChecker(policy, found).check_entries(table, level, covered_by);
  const bool certain = !found.has_errors();
  diagnostics.append(std::move(found));
  return certain;
}

}  // namespace opsg::restricted
