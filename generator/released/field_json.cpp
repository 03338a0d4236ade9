#include "field_json.h"

#include <fmt/format.h>

#include <string>
#include <variant>

namespace opsg::released {
namespace {

std::string month(std::chrono::year_month month) {
  return fmt::format("{:04}-{:02}", static_cast<int>(month.year()),
                     static_cast<unsigned>(month.month()));
}

struct ValueJson {
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const WrittenDate& date) const { return date_json(date); }
  Json operator()(const PartyNames& parties) const { return parties.names; }
  Json operator()(const State& state) const { return state.name; }
  Json operator()(const Score& score) const {
    return {{"value", score.value}, {"band", score.band.empty() ? Json() : Json(score.band)}};
  }
  Json operator()(const Percentage& value) const { return value.hundredths / 100.0; }
  Json operator()(const Period& period) const {
    return {{"text", period.text}, {"first", month(period.first)}, {"last", month(period.last)}};
  }
  Json operator()(Rag rag) const {
    return rag == Rag::red ? "red" : rag == Rag::amber ? "amber" : "green";
  }
};

}  // namespace

Json date_json(std::optional<Date> date) {
  return date ? Json(iso_date(*date)) : Json();
}

Json date_json(const WrittenDate& date) {
  if (date.date) return iso_date(*date.date);
  return date.kind == WrittenDate::Kind::to_be_confirmed ? "TBC" : "N/A";
}

Json text_json(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json value_json(const FieldValue& value) {
  return std::visit(ValueJson{}, value);
}

Json fields_json(const std::vector<Field>& fields) {
  Json out = Json::object();
  for (const Field& field : fields) out[field.name] = value_json(field.value);
  return out;
}

}  // namespace opsg::released
