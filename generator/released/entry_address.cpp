#include "entry_address.h"

#include <fmt/format.h>

#include <algorithm>

#include "text.h"

namespace opsg::released {
namespace {

bool is_period(const RegisterDefinition& definition, const std::string& field) {
  const FieldDefinition* known = definition.find_field(field);
  return known != nullptr && known->type == FieldType::period;
}

std::string period_slug(const Period& period) {
  const std::string first = iso_month(period.first);
  return period.first == period.last ? first : first + '-' + iso_month(period.last);
}

/// The key's periods, in its order.
std::string period_slugs(std::span<const Field> fields, const RegisterDefinition& definition) {
  std::string slugs;
  for (const std::string& name : definition.key_fields) {
    for (const Field& field : fields) {
      const auto* period = field.name == name ? std::get_if<Period>(&field.value) : nullptr;
      if (period != nullptr) slugs += (slugs.empty() ? "" : "-") + period_slug(*period);
    }
  }
  return slugs;
}

}  // namespace

bool has_series(const RegisterDefinition& definition) {
  return std::any_of(definition.key_fields.begin(), definition.key_fields.end(),
                     [&](const std::string& field) { return is_period(definition, field); });
}

std::vector<std::string> series_key(const JoinKey& key, const RegisterDefinition& definition) {
  std::vector<std::string> series = {key.parts.front()};
  for (std::size_t i = 0; i < definition.key_fields.size(); ++i) {
    if (!is_period(definition, definition.key_fields[i])) series.push_back(key.parts[i + 1]);
  }
  return series;
}

std::string wanted_slug(const std::vector<std::string>& series_key) {
  std::string slug = slugify(fmt::format("{}", fmt::join(series_key, " ")));
  return slug.empty() ? "entry" : slug;
}

std::string period_place(std::span<const Field> fields, const RegisterDefinition& definition) {
  const std::string slugs = period_slugs(fields, definition);
  return slugs.empty() ? slugs : "period-" + slugs;
}

std::string key_slug(const Entry& entry, const RegisterDefinition& definition) {
  const std::string series = wanted_slug(series_key(join_key(entry, definition), definition));
  const std::string periods = period_slugs(entry.fields, definition);
  return periods.empty() ? series : series + '-' + periods;
}

const std::string& SeriesSlugs::slug_of(const std::vector<std::string>& series_key) {
  const auto [known, is_new] = slugs_.try_emplace(series_key);
  if (!is_new) return known->second;
  const std::string wanted = wanted_slug(series_key);
  std::string slug = wanted;
  for (int n = 2; !taken_.insert(slug).second; ++n) slug = fmt::format("{}-{}", wanted, n);
  return known->second = std::move(slug);
}

}  // namespace opsg::released
