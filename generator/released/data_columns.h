#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "data_field.h"
#include "field_json.h"

namespace opsg::released {

/// The fields of one kind of object, each with the way to its value: what is documented is what is
/// written.
template <class Row>
class DataColumns {
 public:
  DataColumns& add(DataField field, std::function<Json(const Row&)> value) {
    fields_.push_back(std::move(field));
    values_.push_back(std::move(value));
    return *this;
  }

  const std::vector<DataField>& fields() const { return fields_; }

  Json row(const Row& row) const {
    Json out = Json::object();
    for (std::size_t i = 0; i < fields_.size(); ++i) out[fields_[i].name] = values_[i](row);
    return out;
  }

  template <class Rows, class Sink>
  void for_each_row(const Rows& rows, const Sink& sink) const {
    for (const Row& each : rows) sink(row(each));
  }

  template <class Rows>
  Json rows(const Rows& rows) const {
    Json out = Json::array();
    for (const Row& each : rows) out.push_back(row(each));
    return out;
  }

 private:
  std::vector<DataField> fields_;
  std::vector<std::function<Json(const Row&)>> values_;
};

}  // namespace opsg::released
