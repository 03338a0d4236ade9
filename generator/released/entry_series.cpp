#include "entry_series.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace opsg::released {
namespace {

/// An entry without a period comes before those that have one.
bool is_earlier(const RegisterEntry& a, const RegisterEntry& b) {
  const Period* first = period_of(a);
  const Period* second = period_of(b);
  if (first == nullptr || second == nullptr) return first == nullptr && second != nullptr;
  return std::tie(first->first, first->last) < std::tie(second->first, second->last);
}

}  // namespace

const Period* period_of(const RegisterEntry& entry) {
  for (const Field& field : entry.present) {
    if (const auto* period = std::get_if<Period>(&field.value)) return period;
  }
  return nullptr;
}

std::vector<EntrySeries> entry_series(const Register& reg) {
  std::vector<EntrySeries> all;
  std::map<std::string_view, std::size_t> by_slug;
  for (std::size_t i = 0; i < reg.entries.size(); ++i) {
    const auto [place, is_new] = by_slug.try_emplace(reg.entries[i].slug, all.size());
    if (is_new) all.emplace_back();
    all[place->second].entries.push_back(i);
  }
  for (EntrySeries& series : all) {
    std::stable_sort(
        series.entries.begin(), series.entries.end(),
        [&](std::size_t a, std::size_t b) { return is_earlier(reg.entries[a], reg.entries[b]); });
  }
  return all;
}

}  // namespace opsg::released
