#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "data_columns.h"
#include "page_context.h"

namespace opsg::released {

/// The absolute URL of a path, as data files write it.
std::string data_url(const PageContext& context, std::string_view path);

/// A place of a record.
struct DataPlace {
  const Meeting& meeting;
  const Record& record;
  const Item* item = nullptr;
  std::string anchor;  ///< Empty: the record as a whole.
};

Json item_json(const DataPlace& place);
std::string place_url(const PageContext& context, const DataPlace& place);

/// The columns that say where something stands. `place_of` makes a DataPlace of a row.
template <class Row, class PlaceOf>
void add_place(DataColumns<Row>& columns, PlaceOf place_of, const PageContext& context) {
  columns
      .add({"meeting", DataType::text, "the meeting's code"},
           [=](const Row& row) { return place_of(row).meeting.code; })
      .add({"date", DataType::date, "the day of the meeting"},
           [=](const Row& row) { return iso_date(place_of(row).meeting.date); })
      .add({"document", DataType::text, "headlines, minutes, ..."},
           [=](const Row& row) { return place_of(row).record.name; })
      .add(DataField{"item", DataType::text, "the number of the agenda item"}.or_null(),
           [=](const Row& row) { return item_json(place_of(row)); })
      .add({"url", DataType::url, "the place on the meeting's page"},
           [=, &context](const Row& row) { return place_url(context, place_of(row)); });
}

/// The columns of a register's entries, by the register's definition.
DataColumns<RegisterEntry> entry_columns(const PageContext& context,
                                         const RegisterDefinition& definition);

}  // namespace opsg::released
