#include "data_files.h"

#include <string>
#include <utility>

#include "data_entry_columns.h"
#include "data_schema.h"
#include "data_set.h"
#include "data_table.h"
#include "text.h"

namespace opsg::released {
namespace {

RenderedFile json_file(std::string path, const Json& content) {
  constexpr auto kReplaceBadUtf8 = Json::error_handler_t::replace;
  return {std::move(path), content.dump(2, ' ', false, kReplaceBadUtf8) + '\n'};
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

/// What head_fields() describes, and the list.
Json document(const PageContext& context, const DataSet& set, Json rows) {
  const BannerView& banner = context.site_view->banner;
  return {{"$schema", data_url(context, schema_path(set))},
          {"title", set.title},
          {"site", context.site.config.title},
          {"classification", text_or_null(ascii_lower(banner.level))},
          {"handling", text_or_null(banner.handling)},
          {"as_of", date_json(context.site.as_of)},
          {set.list, std::move(rows)}};
}

std::vector<RenderedFile> files_of(const PageContext& context, const DataSet& set) {
  Json rows = set.rows();
  std::vector<RenderedFile> files;
  files.push_back(
      json_file(schema_path(set), json_schema(set, data_url(context, schema_path(set)))));
  files.push_back({csv_path(set), data_table(set, rows)});
  for (const DataField& field : set.fields) {
    if (field.own_table) {
      files.push_back({csv_path(set, field.name), list_table(set, field, rows)});
    }
  }
  files.push_back(json_file(json_path(set), document(context, set, std::move(rows))));
  return files;
}

std::vector<std::string> paths_of(const DataSet& set) {
  std::vector<std::string> paths = {schema_path(set), csv_path(set), json_path(set)};
  for (const DataField& field : set.fields) {
    if (field.own_table) paths.push_back(csv_path(set, field.name));
  }
  return paths;
}

}  // namespace

std::vector<PlannedFiles> plan_data_files(const PageContext& context) {
  std::vector<PlannedFiles> plan;
  const std::vector<DataSet> sets = data_sets(context);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    plan.push_back(
        {paths_of(sets[i]), [i](const PageContext& at) { return files_of(at, data_sets(at)[i]); }});
  }
  return plan;
}

}  // namespace opsg::released
