#include "open_actions.h"

#include <fmt/format.h>

#include <optional>
#include <variant>

#include "view_text.h"

namespace opsg::app {
namespace {

using released::FieldDefinition;
using released::Register;
using released::RegisterEntry;
using released::Site;

std::string date_text(const WrittenDate& date) {
  if (date.date) return long_date(*date.date);
  return date.kind == WrittenDate::Kind::to_be_confirmed ? "TBC" : "N/A";
}

/// The present value of a field. The last target stands in `Target`: the coming meeting revises it.
std::string present_value(const RegisterEntry& entry, const FieldDefinition& field) {
  if (field.name == "raised") return entry.raised ? long_date(*entry.raised) : "";
  if (field.name == "target")
    return entry.targets.empty() ? "" : date_text(entry.targets.back().date);
  if (field.name == "revised") return {};
  if (field.type == released::FieldType::state) return entry.state;
  const released::Field* present = entry.find(field.name);
  if (!present) return {};
  const auto* parties = std::get_if<released::PartyNames>(&present->value);
  return parties ? fmt::format("{}", fmt::join(parties->names, "/"))
                 : released::field_text(*present);
}

OpenAction action_of(const Register& reg, const RegisterEntry& entry) {
  OpenAction action{entry.id, entry.title, {}, {}};
  for (const FieldDefinition& field : reg.definition.fields) {
    std::string value = present_value(entry, field);
    if (!value.empty()) action.fields.emplace_back(field.title, std::move(value));
  }
  return action;
}

std::vector<OpenAction> actions_of(const Site& site) {
  std::vector<OpenAction> actions;
  for (const Register& reg : site.registers) {
    if (reg.definition.raised_by.empty()) continue;
    for (const RegisterEntry& entry : reg.entries) {
      if (!entry.closed) actions.push_back(action_of(reg, entry));
    }
  }
  return actions;
}

bool says_the_same(const OpenAction& a, const OpenAction& b) {
  return a.id == b.id && a.title == b.title && a.fields == b.fields;
}

}  // namespace

std::vector<OpenAction> open_actions(const restricted::LabelledSite& labelled,
                                     restricted::GateTime time, const Site& everything) {
  std::vector<OpenAction> actions = actions_of(everything);
  for (OpenAction& action : actions) action.level = labelled.policy.most_closed();
  for (Level level = labelled.policy.most_closed(); level.rank-- > 0;) {
    Diagnostics judged_already;
    const ClearedSources cleared =
        restricted::Gate::clear(labelled, {level, true, true}, time, judged_already);
    const auto site = released::make_site(cleared, {}, judged_already);
    if (!site) continue;
    const std::vector<OpenAction> seen = actions_of(*site);
    for (OpenAction& action : actions) {
      for (const OpenAction& each : seen) {
        if (says_the_same(action, each)) action.level = level;
      }
    }
  }
  return actions;
}

}  // namespace opsg::app
