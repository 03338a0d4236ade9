#include "data_files.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data_entry_columns.h"
#include "data_schema.h"
#include "data_set.h"
#include "data_table.h"
#include "json_format.h"
#include "text.h"

namespace opsg::released {
namespace {

std::string json_text(const Json& content) {
  std::string text;
  append_json(text, content);
  return text;
}

/// What head_fields() describes, and the list, which is still empty.
Json head_of(const PageContext& context, const DataSet& set) {
  const BannerView& banner = context.site_view->banner;
  return {{"$schema", data_url(context, schema_path(set))},
          {"title", set.title},
          {"site", context.site.config.title},
          {"classification", text_json(ascii_lower(banner.level))},
          {"handling", text_json(banner.handling)},
          {"as_of", date_json(context.site.as_of)},
          {set.list, Json::array()}};
}

/// A set's JSON file, row by row: as a whole it would be many times as large in memory as its text.
class JsonDocument {
 public:
  /// `head` ends with the empty list.
  explicit JsonDocument(const Json& head) : text_(json_text(head)) {
    text_.resize(text_.size() - kEnd.size());
  }

  void add(const Json& row) {
    text_.append(any_ ? ",\n    " : "\n    ");
    any_ = true;
    append_json(text_, row, 4);
  }

  /// An element as it is to stand there, on lines of its own.
  void add_text(std::string_view row) {
    text_.append(any_ ? ",\n" : "\n").append(row);
    any_ = true;
  }

  std::string take() {
    text_.append(any_ ? "\n  " : "").append(kEnd).append("\n");
    return std::move(text_);
  }

 private:
  static constexpr std::string_view kEnd = "]\n}";

  std::string text_;
  bool any_ = false;
};

std::vector<RenderedFile> files_of(const PageContext& context, const DataSet& set) {
  JsonDocument json(head_of(context, set));
  DataTable table(set);
  std::vector<std::pair<std::string, ListTable>> lists;
  for (const DataField& field : set.fields) {
    if (field.own_table) lists.emplace_back(csv_path(set, field.name), ListTable(set, field));
  }
  if (set.for_each_text) {
    set.for_each_text([&](std::string_view row) { json.add_text(row); });
  } else {
    set.for_each_row([&](const Json& row) {
      json.add(row);
      if (set.has_table) table.add(row);
      for (auto& [path, list] : lists) list.add(row);
    });
  }
  std::vector<RenderedFile> files;
  const Json schema = json_schema(set, data_url(context, schema_path(set)));
  files.push_back({schema_path(set), json_text(schema) + '\n'});
  if (set.has_table) files.push_back({csv_path(set), table.take()});
  for (auto& [path, list] : lists) files.push_back({path, list.take()});
  files.push_back({json_path(set), json.take()});
  return files;
}

std::vector<std::string> paths_of(const DataSet& set) {
  std::vector<std::string> paths = {schema_path(set), json_path(set)};
  if (set.has_table) paths.push_back(csv_path(set));
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
