#include "data_schema.h"

#include <utility>

namespace opsg::released {
namespace {

Json field_schema(const DataField& field);

Json object_schema(const std::vector<DataField>& fields) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const DataField& field : fields) {
    properties[field.name] = field_schema(field);
    if (!field.optional) required.push_back(field.name);
  }
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

Json text_schema(const DataField& field) {
  Json schema{{"type", "string"}};
  if (!field.choices.empty()) schema["enum"] = field.choices;
  return schema;
}

/// A date, "TBC" or "N/A".
Json written_date_schema() {
  return {{"anyOf", Json::array({{{"type", "string"}, {"format", "date"}},
                                 {{"enum", Json::array({"TBC", "N/A"})}}})}};
}

Json type_schema(const DataField& field) {
  switch (field.type) {
    case DataType::text:
      return text_schema(field);
    case DataType::texts:
    case DataType::paragraphs:
      return {{"type", "array"}, {"items", {{"type", "string"}}}};
    case DataType::flag:
      return {{"type", "boolean"}};
    case DataType::count:
      return {{"type", "integer"}, {"minimum", 0}};
    case DataType::number:
      return {{"type", "number"}};
    case DataType::date:
      return {{"type", "string"}, {"format", "date"}};
    case DataType::written_date:
      return written_date_schema();
    case DataType::month:
      return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}$"}};
    case DataType::time:
      return {{"type", "string"}, {"pattern", "^[0-9]{2}:[0-9]{2}$"}};
    case DataType::url:
      return {{"type", "string"}, {"format", "uri"}};
    case DataType::object:
      return object_schema(field.fields);
    case DataType::objects:
      return {{"type", "array"}, {"items", object_schema(field.fields)}};
  }
  return {};
}

Json field_schema(const DataField& field) {
  Json schema{{"description", field.meaning}};
  Json type = type_schema(field);
  if (field.nullable) {
    schema["anyOf"] = Json::array({std::move(type), Json{{"type", "null"}}});
  } else {
    schema.update(type);
  }
  return schema;
}

}  // namespace

std::vector<DataField> head_fields() {
  return {
      {"$schema", DataType::url, "the schema of this file"},
      {"title", DataType::text, "what the file holds"},
      {"site", DataType::text, "the site's title"},
      DataField{"classification", DataType::text, "the level of all that is in the file"}.or_null(),
      DataField{"handling", DataType::text, "how what has this level may be used"}.or_null(),
      DataField{"as_of", DataType::date, "the day at which overdue is counted"}.or_null()};
}

Json json_schema(const DataSet& set, std::string_view id) {
  std::vector<DataField> fields = head_fields();
  DataField list{set.list, DataType::objects, "each is " + set.meaning};
  list.fields = set.fields;
  fields.push_back(std::move(list));
  Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"$id", id},
              {"title", set.title}};
  schema.update(object_schema(fields));
  return schema;
}

}  // namespace opsg::released
