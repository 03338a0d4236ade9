#include "decision_index.h"

#include "text.h"

namespace opsg::released {

DecisionIndex::DecisionIndex(const Site& site) {
  for (const DecisionPlace& place : site.decisions) {
    const std::string& verb = site.records[place.record].decisions[place.decision].verb;
    const int year = static_cast<int>(site.meetings[place.meeting].date.year());
    found_[{"", std::nullopt}].push_back(place);
    found_[{"", year}].push_back(place);
    if (verb.empty()) continue;
    found_[{verb, std::nullopt}].push_back(place);
    found_[{verb, year}].push_back(place);
  }
  for (const std::string& verb : site.config.decision_verbs) {
    if (!found_by({verb, {}}).empty() && !slugify(verb).empty()) verbs_.push_back(verb);
  }
}

const std::vector<DecisionPlace>& DecisionIndex::found_by(const DecisionFilter& filter) const {
  static const std::vector<DecisionPlace> kNone;
  const auto found = found_.find(filter);
  return found == found_.end() ? kNone : found->second;
}

std::vector<int> DecisionIndex::years_of(const std::string& verb) const {
  std::vector<int> years;
  // A filter without a year comes before those of its verb with one.
  for (auto found = found_.upper_bound({verb, {}}); found != found_.end(); ++found) {
    if (found->first.verb != verb) break;
    years.insert(years.begin(), *found->first.year);
  }
  return years;
}

std::vector<DecisionFilter> DecisionIndex::filters() const {
  std::vector<std::string> verbs = verbs_;
  verbs.insert(verbs.begin(), "");
  std::vector<DecisionFilter> filters;
  for (const std::string& verb : verbs) {
    filters.push_back({verb, std::nullopt});
    for (const int year : years_of(verb)) filters.push_back({verb, year});
  }
  return filters;
}

}  // namespace opsg::released
