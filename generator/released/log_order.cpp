#include "log_order.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "site_index.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

bool by_owner(const RegisterEntry& a, const RegisterEntry& b) {
  const std::string first = ascii_lower(joined(parties_of(a)));
  const std::string second = ascii_lower(joined(parties_of(b)));
  if (first.empty() || second.empty()) return second.empty() && !first.empty();
  return first < second;
}

bool by_target(const RegisterEntry& a, const RegisterEntry& b) {
  const auto first = a.target();
  const auto second = b.target();
  return first && second ? *first < *second : first.has_value() && !second.has_value();
}

bool by_overdue(const RegisterEntry& a, const RegisterEntry& b) {
  return a.days_overdue > b.days_overdue;
}

bool by_age(const RegisterEntry& a, const RegisterEntry& b) {
  return a.age_days > b.age_days;
}

bool by_slippage(const RegisterEntry& a, const RegisterEntry& b) {
  return a.slippage_days > b.slippage_days;
}

bool has_date(const RegisterDefinition& definition, std::string_view name) {
  const FieldDefinition* field = definition.find_field(name);
  return field != nullptr && field->type == FieldType::date;
}

bool has_parties(const RegisterDefinition& definition) {
  return std::any_of(definition.fields.begin(), definition.fields.end(),
                     [](const FieldDefinition& field) { return field.type == FieldType::parties; });
}

}  // namespace

std::vector<LogOrder> log_orders(const RegisterDefinition& definition) {
  std::vector<LogOrder> orders = {{"By number", "", "latest first", nullptr}};
  if (has_parties(definition)) orders.push_back({"By owner", "by-owner/", "by owner", by_owner});
  if (has_date(definition, "target")) {
    orders.push_back({"By target", "by-target/", "soonest target first", by_target});
    orders.push_back({"By days overdue", "by-overdue/", "longest overdue first", by_overdue});
  }
  if (has_date(definition, "raised") || !definition.raised_by.empty()) {
    orders.push_back({"By age", "by-age/", "longest open first", by_age});
  }
  if (has_date(definition, "target")) {
    orders.push_back({"By slippage", "by-slippage/", "most slippage first", by_slippage});
  }
  return orders;
}

std::vector<std::size_t> in_order(const Register& reg, std::vector<std::size_t> entries,
                                  const LogOrder& order) {
  std::sort(entries.begin(), entries.end(), std::greater<>());
  if (order.is_before == nullptr) return entries;
  std::stable_sort(entries.begin(), entries.end(), [&](std::size_t a, std::size_t b) {
    return order.is_before(reg.entries[a], reg.entries[b]);
  });
  return entries;
}

bool is_more_urgent(const RegisterEntry& a, const RegisterEntry& b) {
  return std::pair(a.days_overdue, a.age_days) > std::pair(b.days_overdue, b.age_days);
}

}  // namespace opsg::released
