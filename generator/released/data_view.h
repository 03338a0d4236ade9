#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

struct DataFieldView {
  std::string name;
  std::string type;
  std::string meaning;

  static void describe(ViewFields<DataFieldView>& field) {
    field("name", &DataFieldView::name, "history.item: item of each element of history");
    field("type", &DataFieldView::type, "date, text or null");
    field("meaning", &DataFieldView::meaning);
  }
};

/// A file to be fetched.
struct DownloadView {
  std::string title;
  std::string type;
  std::string href;
  std::string url;

  static void describe(ViewFields<DownloadView>& field) {
    field("title", &DownloadView::title, "JSON, CSV, CSV of history, JSON Schema");
    field("type", &DownloadView::type, "the media type: text/csv");
    field("href", &DownloadView::href);
    field("url", &DownloadView::url, "the same, absolute");
  }
};

struct DataSetView {
  std::string name;
  std::string title;
  std::string meaning;
  std::size_t count = 0;
  std::vector<DownloadView> files;
  std::vector<DataFieldView> fields;

  static void describe(ViewFields<DataSetView>& field) {
    field("name", &DataSetView::name, "actions");
    field("title", &DataSetView::title, "Action log");
    field("meaning", &DataSetView::meaning, "what one element is");
    field("count", &DataSetView::count, "of elements");
    field("files", &DataSetView::files);
    field("fields", &DataSetView::fields);
  }
};

/// The page that tells what can be subscribed to and reused.
struct DataView {
  static constexpr std::string_view kTemplate = "data.html";

  PageView page;
  std::vector<AlternateView> feeds;
  AlternateView calendar;
  std::vector<DataFieldView> head;
  std::vector<DataSetView> sets;

  static void describe(ViewFields<DataView>& field) {
    field("page", &DataView::page);
    field("feeds", &DataView::feeds, "of the headlines and of registers");
    field("calendar", &DataView::calendar);
    field("head", &DataView::head, "the fields that all JSON files have");
    field("sets", &DataView::sets);
  }
};

DataView make_data_view(const PageContext& context);

}  // namespace opsg::released
