#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "view_type.h"

namespace opsg::released {

/// Derives the views that an example of the Mustache specification assumes from its data: objects
/// with the same keys are one type of view, so that a tree of nodes is a recursive one; strings
/// and numbers are text; null is an optional text that is absent.
class JsonViews {
 public:
  /// `data` must outlive this. Text fields whose name is in `html_names` ("." for what has no
  /// name) are HTML.
  JsonViews(const nlohmann::json& data, std::set<std::string> html_names);
  ~JsonViews();

  const ViewType& root() const { return *root_; }

 private:
  friend class JsonObjectType;
  using Samples = std::vector<const nlohmann::json*>;
  using Keys = std::vector<std::string>;

  void collect(const nlohmann::json& value);
  const ViewType& infer(const Samples& samples, const std::string& name);
  const ViewType& infer_list(const Samples& samples);
  const ViewType& object_type(const nlohmann::json& object);
  std::vector<ViewField> fields_of(const Keys& keys);
  template <class Type, class... Arguments>
  const ViewType& make(Arguments&&... arguments);

  std::set<std::string> html_names_;
  std::map<Keys, Samples> objects_;
  std::map<Keys, const ViewType*> object_types_;
  std::vector<std::unique_ptr<ViewType>> types_;
  const ViewType* root_ = nullptr;
};

}  // namespace opsg::released
