#include "data_entry_columns.h"

#include "html_url.h"
#include "inline_text.h"
#include "markdown_node.h"

namespace opsg::released {
namespace {

DataField object_of(std::string name, std::string meaning, std::vector<DataField> fields) {
  DataField field{std::move(name), DataType::object, std::move(meaning)};
  field.fields = std::move(fields);
  return field;
}

DataField choice_of(std::string name, std::string meaning, std::vector<std::string> choices) {
  DataField field{std::move(name), DataType::text, std::move(meaning)};
  field.choices = std::move(choices);
  return field;
}

std::vector<std::string> state_names(const RegisterDefinition& definition) {
  std::vector<std::string> names;
  for (const StateDefinition& state : definition.states) names.push_back(state.name);
  return names;
}

/// What value_json() makes of a field.
DataField field_of(const FieldDefinition& field, const RegisterDefinition& definition) {
  switch (field.type) {
    case FieldType::date:
      return {field.name, DataType::written_date, field.title};
    case FieldType::parties:
      return {field.name, DataType::texts, field.title};
    case FieldType::state:
      return choice_of(field.name, field.title, state_names(definition));
    case FieldType::score:
      return object_of(field.name, field.title,
                       {{"value", DataType::count, "the score"},
                        DataField{"band", DataType::text, "what the score is called"}.or_null()});
    case FieldType::percentage:
      return {field.name, DataType::number, field.title + ", in percent"};
    case FieldType::period:
      return object_of(field.name, field.title,
                       {{"text", DataType::text, "as the record writes it"},
                        {"first", DataType::month, "the first month of it"},
                        {"last", DataType::month, "the last month of it"}});
    case FieldType::rag:
      return choice_of(field.name, field.title, {"red", "amber", "green"});
    case FieldType::text:
      return {field.name, DataType::text, field.title};
  }
  return {};
}

/// The fields that site.toml declares.
DataField declared_fields(const RegisterDefinition& definition, std::string meaning) {
  std::vector<DataField> fields;
  for (const FieldDefinition& each : definition.fields) {
    fields.push_back(field_of(each, definition));
    fields.back().optional = true;
  }
  return object_of("fields", std::move(meaning), std::move(fields));
}

DataColumns<Step> step_columns(const PageContext& context, const RegisterDefinition& definition) {
  const Site& site = context.site;
  DataColumns<Step> columns;
  add_place(
      columns,
      [&site](const Step& step) {
        const Record& record = site.records[step.record];
        const Entry& said = site.entry(step);
        return DataPlace{site.meeting(step), record, record.item_of(said), said.anchor};
      },
      context);
  columns
      .add({"raises", DataType::flag, "whether the entry begins here"},
           [&site](const Step& step) { return site.entry(step).raises; })
      .add(DataField{"title", DataType::text, "as it was given here"}.or_null(),
           [&site](const Step& step) { return text_json(site.entry(step).title); })
      .add(declared_fields(definition, "the fields that were given here"),
           [&site](const Step& step) { return fields_json(site.entry(step).fields); })
      .add({"text", DataType::paragraphs, "the paragraphs in plain text"},
           [&site](const Step& step) {
             Json out = Json::array();
             for (const MarkdownNode* block : site.entry(step).prose)
               out.push_back(plain_text(block));
             return out;
           });
  return columns;
}

struct TargetAt {
  const TargetRevision& target;
  const Meeting& meeting;
};

DataColumns<TargetAt> target_columns() {
  DataColumns<TargetAt> columns;
  columns
      .add({"date", DataType::written_date, "the target"},
           [](const TargetAt& at) { return date_json(at.target.date); })
      .add({"meeting", DataType::text, "the code of the meeting that set it"},
           [](const TargetAt& at) { return at.meeting.code; });
  return columns;
}

void add_targets(DataColumns<RegisterEntry>& columns, const PageContext& context) {
  const DataColumns<TargetAt> targets = target_columns();
  DataField list{"targets", DataType::objects, "every target in turn, the original one first"};
  list.fields = targets.fields();
  columns.add(std::move(list), [&site = context.site, targets](const RegisterEntry& entry) {
    Json out = Json::array();
    for (const TargetRevision& target : entry.targets) {
      out.push_back(targets.row({target, site.meeting(entry.history[target.step])}));
    }
    return out;
  });
}

/// What only registers with states have.
void add_progress(DataColumns<RegisterEntry>& columns, const PageContext& context,
                  const RegisterDefinition& definition) {
  columns
      .add(choice_of("state", "the present state", state_names(definition)),
           [](const RegisterEntry& entry) { return entry.state; })
      .add({"closed", DataType::flag, "whether that is a state of what is done with"},
           [](const RegisterEntry& entry) { return entry.closed; })
      .add(DataField{"raised", DataType::date, "the day on which it was raised"}.or_null(),
           [](const RegisterEntry& entry) { return date_json(entry.raised); })
      .add(
          DataField{"closed_on", DataType::date, "the day of the meeting that closed it"}.or_null(),
          [](const RegisterEntry& entry) { return date_json(entry.closed_on); });
  add_targets(columns, context);
  columns
      .add({"days_overdue", DataType::count, "0 where it is closed, not due yet or without a date"},
           [](const RegisterEntry& entry) { return entry.days_overdue; })
      .add({"slippage_days", DataType::count,
            "from the first target to the day of closing or the last target"},
           [](const RegisterEntry& entry) { return entry.slippage_days; });
}

}  // namespace

std::string data_url(const PageContext& context, std::string_view path) {
  return encoded_url(context.permalinks.url(path));
}

Json item_json(const DataPlace& place) {
  return place.item ? Json(place.item->number) : Json();
}

std::string place_url(const PageContext& context, const DataPlace& place) {
  return data_url(context, place.anchor.empty()
                               ? context.permalinks.record(place.record)
                               : context.permalinks.place(place.record, place.anchor));
}

DataColumns<RegisterEntry> entry_columns(const PageContext& context,
                                         const RegisterDefinition& definition) {
  DataColumns<RegisterEntry> columns;
  columns
      .add({"key", DataType::text, "what tells it apart: the id, with the key fields' values"},
           [](const RegisterEntry& entry) { return entry.key; })
      .add({"id", DataType::text, "as the committee writes it"},
           [](const RegisterEntry& entry) { return entry.id; })
      .add(DataField{"title", DataType::text, "the latest that was given"}.or_null(),
           [](const RegisterEntry& entry) { return text_json(entry.title); })
      .add({"url", DataType::url, "its page, or its place on the register's"},
           [&context, &definition](const RegisterEntry& entry) {
             return data_url(context, context.permalinks.entry(definition, entry));
           });
  if (!definition.states.empty()) add_progress(columns, context, definition);
  columns.add(declared_fields(definition, "the latest value of each field that was given"),
              [](const RegisterEntry& entry) { return fields_json(entry.present); });
  const DataColumns<Step> steps = step_columns(context, definition);
  DataField history{"history", DataType::objects, "what each record said, oldest first"};
  history.fields = steps.fields();
  history.own_table = true;
  columns.add(std::move(history),
              [steps](const RegisterEntry& entry) { return steps.rows(entry.history); });
  return columns;
}

}  // namespace opsg::released
