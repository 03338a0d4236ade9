#include "data_view.h"

#include <utility>

#include "alternate_links.h"
#include "data_entry_columns.h"
#include "data_schema.h"
#include "data_set.h"
#include "site_feeds.h"

namespace opsg::released {
namespace {

std::string type_name(const DataField& field) {
  switch (field.type) {
    case DataType::text:
      return "text";
    case DataType::texts:
    case DataType::paragraphs:
      return "list of texts";
    case DataType::flag:
      return "true or false";
    case DataType::count:
      return "whole number";
    case DataType::number:
      return "number";
    case DataType::date:
      return "date";
    case DataType::written_date:
      return "date, TBC or N/A";
    case DataType::month:
      return "month";
    case DataType::time:
      return "time";
    case DataType::url:
      return "URL";
    case DataType::object:
      return "object";
    case DataType::objects:
      return "list of objects";
  }
  return {};
}

std::string described_type(const DataField& field) {
  std::string type;
  for (const std::string& choice : field.choices) type += (type.empty() ? "" : ", ") + choice;
  if (type.empty()) type = type_name(field);
  if (field.nullable) type += " or null";
  return field.optional ? type + "; may be absent" : type;
}

void add_fields(std::vector<DataFieldView>& views, const std::vector<DataField>& fields,
                const std::string& prefix) {
  for (const DataField& field : fields) {
    views.push_back({prefix + field.name, described_type(field), field.meaning});
    add_fields(views, field.fields, prefix + field.name + '.');
  }
}

DownloadView download(const PageContext& context, std::string title, std::string type,
                      const std::string& path) {
  return {std::move(title), std::move(type), context.href(path), data_url(context, path)};
}

DataSetView set_view(const PageContext& context, const DataSet& set) {
  DataSetView view{set.name, set.title, set.meaning, set.count(), {}, {}};
  view.files.push_back(download(context, "JSON", "application/json", json_path(set)));
  if (set.has_table) {
    view.files.push_back(download(context, "CSV", "text/csv", csv_path(set)));
  }
  for (const DataField& field : set.fields) {
    if (!field.own_table) continue;
    view.files.push_back(
        download(context, "CSV of " + field.name, "text/csv", csv_path(set, field.name)));
  }
  view.files.push_back(
      download(context, "JSON Schema", "application/schema+json", schema_path(set)));
  add_fields(view.fields, set.fields, "");
  return view;
}

}  // namespace

DataView make_data_view(const PageContext& context) {
  DataView view;
  view.page = page_frame(context, "data/", "Data and feeds");
  view.feeds = feed_links(context.permalinks, "", "Headlines", true);
  for (const Register& reg : context.site.registers) {
    if (!has_feeds(reg.definition)) continue;
    const std::string index = context.permalinks.register_index(reg.definition);
    for (AlternateView& feed : feed_links(context.permalinks, index, reg.definition.title, true)) {
      view.feeds.push_back(std::move(feed));
    }
  }
  view.calendar = calendar_link(context.permalinks);
  add_fields(view.head, head_fields(), "");
  for (const DataSet& set : data_sets(context)) view.sets.push_back(set_view(context, set));
  return view;
}

}  // namespace opsg::released
