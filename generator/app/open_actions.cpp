#include "open_actions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
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

bool tells_of(const std::vector<OpenAction>& actions, const OpenAction& action) {
  return std::any_of(actions.begin(), actions.end(),
                     [&](const OpenAction& each) { return says_the_same(each, action); });
}

std::size_t count_closed_unseen(const std::vector<std::vector<OpenAction>>& told,
                                const std::vector<OpenAction>& open) {
  std::set<std::string> closed;
  for (const auto& actions : told) {
    for (const OpenAction& action : actions) closed.insert(action.id);
  }
  for (const OpenAction& action : open) closed.erase(action.id);
  return closed.size();
}

}  // namespace

OpenActions open_actions(const PriorReadings& readings, const Site& everything) {
  std::vector<std::vector<OpenAction>> told;
  for (const auto& site : readings.sites()) {
    told.push_back(site ? actions_of(*site) : std::vector<OpenAction>());
  }
  std::vector<OpenAction> open = actions_of(everything);
  OpenActions out;
  out.closed_unseen = count_closed_unseen(told, open);
  for (OpenAction& action : open) {
    std::vector<bool> shown;
    for (const auto& actions : told) shown.push_back(tells_of(actions, action));
    const auto level = readings.marking(shown);
    if (!level) {
      ++out.left_out;
      continue;
    }
    action.level = *level;
    out.carried.push_back(std::move(action));
  }
  return out;
}

}  // namespace opsg::app
