#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "register.h"

namespace opsg::released {

/// Whether the periods of one thing are entries of their own: a measure of each month.
bool has_series(const RegisterDefinition& definition);

/// The key less its periods: entries that have it in common are one series, and share a page.
std::vector<std::string> series_key(const JoinKey& key, const RegisterDefinition& definition);

/// The slug that a series' key asks for. It follows from what the key means, not from how a record
/// writes it, from titles or from what else the register holds.
std::string wanted_slug(const std::vector<std::string>& series_key);

/// "period-2021-10", "period-2021-07-2021-09": all of the key's periods; empty where it has none.
std::string period_place(std::span<const Field> fields, const RegisterDefinition& definition);

/// What tells the entry apart in its record, whatever stands before it there: "cpm1-dcc-2021-10".
std::string key_slug(const Entry& entry, const RegisterDefinition& definition);

/// Hands out one slug to each series. Two that ask for the same are an error at full clearance; an
/// audience's site has to be built all the same, and the later one gets a number.
class SeriesSlugs {
 public:
  const std::string& slug_of(const std::vector<std::string>& series_key);

 private:
  std::map<std::vector<std::string>, std::string> slugs_;
  std::set<std::string> taken_;
};

}  // namespace opsg::released
