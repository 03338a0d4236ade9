#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "site.h"

namespace opsg::released {

/// What a page of decisions shows.
struct DecisionFilter {
  std::string verb;         ///< Empty for all.
  std::optional<int> year;  ///< None for all.

  friend auto operator<=>(const DecisionFilter&, const DecisionFilter&) = default;
};

/// The site's decisions by all filters that find any: as many look-ups as there are filters to
/// choose from are needed for each page of them. Immutable once made; borrows nothing.
class DecisionIndex {
 public:
  explicit DecisionIndex(const Site& site);

  /// In the order of the site.
  const std::vector<DecisionPlace>& found_by(const DecisionFilter& filter) const;
  /// The verbs that the site's decisions use and that make a path, in the order of site.toml.
  const std::vector<std::string>& verbs() const { return verbs_; }
  /// The years in which there are decisions of the verb, latest first.
  std::vector<int> years_of(const std::string& verb) const;
  /// Every page of decisions: all of them, each verb, each year, and each verb of each year.
  std::vector<DecisionFilter> filters() const;

 private:
  std::map<DecisionFilter, std::vector<DecisionPlace>> found_;
  std::vector<std::string> verbs_;
};

}  // namespace opsg::released
