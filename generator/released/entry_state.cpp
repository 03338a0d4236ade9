#include "entry_state.h"

#include <algorithm>
#include <span>

namespace opsg::released {

EntryState state_after(const Site& site, const RegisterDefinition& definition,
                       const std::vector<Step>& history, std::size_t steps) {
  const std::span<const Step> said(history.data(), steps);
  const auto latest = [&](const auto& given) {
    const auto word = std::find_if(said.rbegin(), said.rend(),
                                   [&](const Step& step) { return given(site.entry(step)); });
    return word == said.rend() ? nullptr : &site.entry(*word);
  };
  EntryState state;
  const Entry* titled = latest([](const Entry& word) { return !word.title.empty(); });
  if (titled != nullptr) state.title = titled->title;
  for (const FieldDefinition& field : definition.fields) {
    const Entry* word = latest([&](const Entry& each) { return each.find(field.name) != nullptr; });
    if (word != nullptr) state.fields.push_back(*word->find(field.name));
  }
  return state;
}

}  // namespace opsg::released
