#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic.h"
#include "diagnostic_printer.h"
#include "register.h"
#include "site.h"
#include "text.h"

namespace opsg::test {

inline Date day(std::string_view iso) {
  return parse_iso_date(iso).value();
}

/// Joins histories that are written by hand, without Markdown: each call adds to what the last
/// one began. Every entry and field stands on a line of its own.
class SiteBuilder {
 public:
  SiteBuilder() {
    using released::FieldType;
    released::RegisterDefinition actions;
    actions.name = "actions";
    actions.title = "Action log";
    actions.raised_by = "ACTION";
    actions.states = {{"Open", false}, {"Closed", true}, {"On hold", false}};
    actions.fields = {{"raised", "Raised", FieldType::date},
                      {"target", "Target", FieldType::date},
                      {"revised", "Revised", FieldType::date},
                      {"owner", "Owner", FieldType::parties},
                      {"status", "Status", FieldType::state}};
    released::RegisterDefinition reviews;
    reviews.name = "reviews";
    reviews.title = "Readiness reviews";
    reviews.key_fields = {"release"};
    reviews.fields = {{"release", "Release", FieldType::text},
                      {"status", "Status", FieldType::rag}};
    released::RegisterDefinition measures;
    measures.name = "measures";
    measures.title = "Performance measures";
    measures.key_fields = {"provider", "period"};
    measures.fields = {{"provider", "Provider", FieldType::parties},
                       {"period", "Period", FieldType::period},
                       {"value", "Value", FieldType::percentage}};
    site_.config.title = "SEC Operations Group";
    site_.config.committee = "OPSG";
    site_.config.base_url = "https://opsg.example/";
    site_.config.registers = {actions, reviews, measures};
  }

  SiteBuilder& meeting(const std::string& code, std::string_view date) {
    released::Meeting meeting;
    meeting.code = meeting.slug = code;
    meeting.spellings = {code, "OPSG_" + code, "OPSG " + code};
    meeting.title = "SEC Operations Group Meeting " + code;
    meeting.date = day(date);
    meeting.held = true;
    meeting.span = {SourcePath("content/meetings/" + code + "/meeting.toml"), 2, 8, 4};
    site_.meetings.push_back(std::move(meeting));
    return *this;
  }

  SiteBuilder& document(const std::string& name) {
    released::Meeting& meeting = site_.meetings.back();
    auto record = std::make_shared<released::Record>();
    record->path = SourcePath("content/meetings/" + meeting.code + "/" + name + ".md");
    record->meeting = meeting.slug;
    record->name = name;
    meeting.records.push_back(records_.size());
    records_.push_back(record);
    site_.records.push_back(std::move(record));
    line_ = 0;
    return *this;
  }

  SiteBuilder& entry(const std::string& id, const std::string& title = "") {
    released::Entry entry;
    entry.register_name = id.starts_with("LSC") ? "reviews" : id[0] == 'O' ? "actions" : "measures";
    entry.id = id;
    entry.title = title;
    entry.span = next_line(5, id);
    last_record().entries.push_back(std::move(entry));
    return *this;
  }

  SiteBuilder& raise(const std::string& id, const std::string& title) {
    entry(id, title);
    last_entry().raises = true;
    return *this;
  }

  SiteBuilder& field(const std::string& name, const std::string& text) {
    const auto* definition = site_.config.find_register(last_entry().register_name);
    const released::FieldDefinition* field = definition->find_field(name);
    last_entry().fields.push_back(
        {name, value(*field, *definition, text), text, next_line(name.size() + 5, text)});
    return *this;
  }

  SiteBuilder& inferred_owner(const std::string& text) {
    last_entry().owner_inferred = true;
    return field("owner", text);
  }

  /// What make_site does once all records are read.
  released::Site join() {
    if (!site_.as_of && !site_.meetings.empty()) site_.as_of = site_.meetings.back().date;
    site_.spellings = released::index_spellings(site_.meetings);
    site_.registers = released::join_registers(site_);
    return std::move(site_);
  }

  /// All that judge_consistency says, as it is printed.
  std::string judge() {
    Diagnostics diagnostics;
    judge_consistency(join(), diagnostics);
    diagnostics.sort();
    return format_diagnostics(diagnostics, {});
  }

  released::Site& site() { return site_; }
  released::Record& record(std::size_t index) { return *records_[index]; }
  released::Record& last_record() { return *records_.back(); }
  released::Entry& last_entry() { return last_record().entries.back(); }

 private:
  SourceSpan next_line(std::size_t column, std::string_view text) {
    return {site_.records.back().path, ++line_, static_cast<std::uint32_t>(column),
            static_cast<std::uint32_t>(text.size())};
  }

  static released::FieldValue value(const released::FieldDefinition& field,
                                    const released::RegisterDefinition& definition,
                                    const std::string& text) {
    using released::FieldType;
    switch (field.type) {
      case FieldType::date:
        return parse_date(text).value.value();
      case FieldType::parties: {
        released::PartyNames parties;
        for (const auto name : split(text, '/')) parties.names.emplace_back(name);
        return parties;
      }
      case FieldType::state:
        for (const released::StateDefinition& state : definition.states) {
          if (state.name == text) return released::State{state.name, state.closed};
        }
        break;
      case FieldType::period: {
        const auto date = day(text + "-01");
        return released::Period{date.year() / date.month(), date.year() / date.month(), text};
      }
      case FieldType::percentage:
        return released::Percentage{std::stoi(text) * 100};
      case FieldType::rag:
        return text == "RED" ? released::Rag::red : released::Rag::green;
      default:
        break;
    }
    return text;
  }

  released::Site site_;
  std::vector<std::shared_ptr<released::Record>> records_;  ///< The site's, to be written on.
  std::uint32_t line_ = 0;
};

}  // namespace opsg::test
