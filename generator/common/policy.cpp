#include "policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "table_reader.h"
#include "text.h"

namespace opsg {
namespace {

const std::array<std::string, 5> kLevelKeys = {"name", "other_names", "handling", "audience",
                                               "description"};
const std::array<std::string, 4> kPolicyKeys = {"levels", "people", "audiences", "withheld_notice"};
const std::array<std::string, 2> kAudienceKeys = {"drafts", "embargoed"};

PolicyLevel read_level(const TomlValue& value, Diagnostics& diagnostics) {
  TableReader reader(*value.table(), value.span(), diagnostics);
  reader.allow_only(kLevelKeys);
  PolicyLevel level;
  level.name = ascii_lower(trim(reader.required_text("name")));
  level.other_names = reader.texts("other_names");
  level.handling = collapse_space(reader.text("handling"));
  level.description = reader.text("description");
  if (const std::string audience = reader.text("audience"); !audience.empty()) {
    level.audience = audience;
  }
  return level;
}

/// Two levels of one name would make a label doubtful.
void report_names_used_twice(const Policy& policy, const SourceSpan& span,
                             Diagnostics& diagnostics) {
  std::vector<std::string> seen;
  for (const std::string& name : policy.all_names()) {
    const std::string folded = ascii_lower(name);
    if (std::find(seen.begin(), seen.end(), folded) != seen.end()) {
      diagnostics
          .error("policy-name-twice", span,
                 fmt::format("`{}` names two levels of the policy", name))
          .with_help("give every level names of its own");
    }
    seen.push_back(folded);
  }
}

std::vector<Audience> audiences_of(const std::vector<PolicyLevel>& levels) {
  std::vector<Audience> audiences;
  for (std::size_t rank = 0; rank < levels.size(); ++rank) {
    if (!levels[rank].audience) continue;
    const auto same = std::find_if(audiences.begin(), audiences.end(), [&](const Audience& other) {
      return other.name == *levels[rank].audience;
    });
    if (same != audiences.end())
      same->clearance.level = Level{rank};
    else
      audiences.push_back({*levels[rank].audience, Clearance{Level{rank}}});
  }
  return audiences;
}

void read_audience_options(TableReader& policy_reader, Policy& policy, Diagnostics& diagnostics) {
  const TomlTable* options = policy_reader.table("audiences");
  if (!options) return;
  std::vector<std::string> names;
  for (const Audience& audience : policy.audiences) names.push_back(audience.name);
  for (const auto& [key, value] : options->entries) {
    const auto audience = std::find(names.begin(), names.end(), key.name);
    if (audience == names.end() || !value.table()) {
      diagnostics
          .error("policy-audience", key.span,
                 fmt::format("no level of the policy has the audience `{}`", key.name))
          .with_help(fmt::format("the audiences are {}", fmt::join(names, ", ")));
      continue;
    }
    TableReader reader(*value.table(), value.span(), diagnostics);
    reader.allow_only(kAudienceKeys);
    Clearance& clearance = policy.audiences[audience - names.begin()].clearance;
    clearance.drafts = reader.flag("drafts");
    clearance.embargoed = reader.flag("embargoed");
  }
}

void read_levels(TableReader& reader, const SourceSpan& span, Policy& policy,
                 Diagnostics& diagnostics) {
  for (const TomlValue* value : reader.tables("levels")) {
    policy.levels.push_back(read_level(*value, diagnostics));
  }
  if (!policy.levels.empty()) return;
  diagnostics.error("policy-incomplete", span, "the policy has no levels")
      .with_help("write a `[[policy.levels]]` table for each level, from open to closed");
}

void read_people(TableReader& reader, const TomlTable& table, Policy& policy,
                 Diagnostics& diagnostics) {
  policy.people = policy.most_closed();
  const std::string name = reader.required_text("people");
  if (const auto level = policy.find_level(name)) {
    policy.people = *level;
  } else if (const TomlValue* value = table.find("people"); value && !name.empty()) {
    diagnostics
        .error("label-unknown", value->span(), fmt::format("`{}` is no level of the policy", name))
        .with_help("name the level that people's names have");
  }
}

}  // namespace

std::optional<Level> Policy::find_level(std::string_view name) const {
  const std::string_view wanted = trim(name);
  for (std::size_t rank = 0; rank < levels.size(); ++rank) {
    const PolicyLevel& level = levels[rank];
    const auto means_it = [&](const std::string& other) {
      return equals_ignoring_case(other, wanted);
    };
    if (means_it(level.name) ||
        std::any_of(level.other_names.begin(), level.other_names.end(), means_it)) {
      return Level{rank};
    }
  }
  return std::nullopt;
}

const Audience* Policy::find_audience(std::string_view name) const {
  const auto at = std::find_if(audiences.begin(), audiences.end(),
                               [&](const Audience& audience) { return audience.name == name; });
  return at == audiences.end() ? nullptr : &*at;
}

std::vector<std::string> Policy::all_names() const {
  std::vector<std::string> names;
  for (const PolicyLevel& level : levels) {
    names.push_back(level.name);
    names.insert(names.end(), level.other_names.begin(), level.other_names.end());
  }
  return names;
}

std::optional<Policy> read_policy(const TomlTable& site, const SourcePath& path,
                                  Diagnostics& diagnostics) {
  const TomlValue* section = site.find("policy");
  if (!section || !section->table()) {
    diagnostics
        .error("policy-missing", section ? section->span() : SourceSpan{path},
               "site.toml has no [policy]")
        .with_help("`opsg-site init` writes a site.toml whose policy you can copy");
    return std::nullopt;
  }
  Diagnostics found;
  TableReader reader(*section->table(), section->span(), found);
  reader.allow_only(kPolicyKeys);
  Policy policy;
  read_levels(reader, section->span(), policy, found);
  if (!policy.levels.empty()) {
    report_names_used_twice(policy, section->span(), found);
    policy.audiences = audiences_of(policy.levels);
    read_people(reader, *section->table(), policy, found);
    read_audience_options(reader, policy, found);
    const std::string notice = reader.text("withheld_notice");
    if (!notice.empty()) policy.withheld_notice = notice;
  }
  const bool failed = found.has_errors() || policy.levels.empty();
  diagnostics.append(std::move(found));
  if (failed) return std::nullopt;
  return policy;
}

}  // namespace opsg
