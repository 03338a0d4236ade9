#include "view_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "text.h"

namespace opsg::released {

std::string capitalised(std::string_view name) {
  std::string text(name);
  for (char& c : text) {
    if (c == '-' || c == '_') c = ' ';
  }
  if (!text.empty()) text.replace(0, 1, ascii_upper(text.substr(0, 1)));
  return text;
}

std::string counted(std::size_t number, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", number, number == 1 ? singular : plural);
}

std::string days_text(int days) {
  return counted(static_cast<std::size_t>(std::max(days, 0)), "day", "days");
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : ", ").append(part);
  return text;
}

std::string time_text(TimeOfDay time) {
  return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

std::string rag_name(Rag rag) {
  switch (rag) {
    case Rag::red:
      return "Red";
    case Rag::amber:
      return "Amber";
    case Rag::green:
      return "Green";
  }
  return {};
}

std::string field_text(const Field& field) {
  if (const auto* date = std::get_if<WrittenDate>(&field.value); date && date->date) {
    return long_date(*date->date);
  }
  if (const auto* score = std::get_if<Score>(&field.value)) {
    return std::string(trim(fmt::format("{} {}", score->value, score->band)));
  }
  if (const auto* state = std::get_if<State>(&field.value)) return state->name;
  if (const auto* rag = std::get_if<Rag>(&field.value)) return rag_name(*rag);
  return field.text;
}

std::string value_text(const Field& field) {
  const auto* parties = std::get_if<PartyNames>(&field.value);
  return parties ? joined(parties->names) : field_text(field);
}

std::string meeting_name(const Site& site, const Meeting& meeting) {
  return site.config.committee.empty() ? meeting.code : site.config.committee + ' ' + meeting.code;
}

LinkView meeting_link(const PageContext& context, const Meeting& meeting) {
  return {meeting_name(context.site, meeting), context.href(context.permalinks.meeting(meeting))};
}

std::vector<LinkView> party_links(const PageContext& context,
                                  const std::vector<std::string>& names) {
  std::vector<LinkView> links;
  for (const std::string& name : names) {
    const Party* party =
        context.site.vocabulary ? context.site.vocabulary->find_party(name) : nullptr;
    links.push_back({name, party ? context.href(context.permalinks.party(*party)) : "", true});
  }
  if (!links.empty()) links.back().comma = false;
  return links;
}

std::string reference_title(const Site& site, const std::string& definition) {
  for (const ReferenceDefinition& known : site.config.references) {
    if (known.name == definition) return known.title.empty() ? known.name : known.title;
  }
  return definition;
}

LinkView item_link(const PageContext& context, const Record& record, std::size_t item) {
  if (item == kNoItem) return {"", context.href(context.permalinks.record(record))};
  const Item& place = record.items[item];
  return {place.number, context.href(context.permalinks.place(record, place.anchor))};
}

}  // namespace opsg::released
