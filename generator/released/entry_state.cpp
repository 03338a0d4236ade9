#include "entry_state.h"

#include <algorithm>

namespace opsg::released {
namespace {

void put_field(std::vector<const Field*>& fields, const Field& latest) {
  const auto known = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field* field) { return field->name == latest.name; });
  if (known == fields.end()) {
    fields.push_back(&latest);
  } else {
    *known = &latest;
  }
}

}  // namespace

EntryState state_after(const Site& site, const RegisterDefinition& definition,
                       const std::vector<Step>& history, std::size_t steps) {
  const std::string* title = nullptr;
  std::vector<const Field*> given;
  for (std::size_t i = 0; i < steps; ++i) {
    const Entry& word = site.entry(history[i]);
    if (!word.title.empty()) title = &word.title;
    for (const Field& field : word.fields) put_field(given, field);
  }
  EntryState state;
  if (title) state.title = *title;
  for (const FieldDefinition& field : definition.fields) {
    const auto latest = std::find_if(given.begin(), given.end(),
                                     [&](const Field* each) { return each->name == field.name; });
    if (latest != given.end()) state.fields.push_back(**latest);
  }
  return state;
}

}  // namespace opsg::released
