#include "json_view.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace opsg::released {
namespace {

using nlohmann::json;

const json& value_at(const void* value) {
  return *static_cast<const json*>(value);
}

class JsonTextType final : public ViewType {
 public:
  explicit JsonTextType(ViewKind kind) : kind_(kind) {}

  ViewKind kind() const override { return kind_; }
  std::string_view name() const override { return kind_ == ViewKind::html ? "html" : "text"; }
  bool is_truthy(const void* value) const override {
    const json& scalar = value_at(value);
    return scalar.is_string() ? !scalar.get_ref<const std::string&>().empty() : scalar != 0;
  }
  std::string_view text(const void* value, NumberText& scratch) const override {
    const json& scalar = value_at(value);
    if (scalar.is_string()) return scalar.get_ref<const std::string&>();
    const std::string digits = scalar.dump();
    std::copy(digits.begin(), digits.end(), scratch.begin());
    return {scratch.data(), digits.size()};
  }

 private:
  ViewKind kind_;
};

class JsonFlagType final : public ViewType {
 public:
  ViewKind kind() const override { return ViewKind::flag; }
  std::string_view name() const override { return "flag"; }
  bool is_truthy(const void* value) const override { return value_at(value).get<bool>(); }
};

class JsonListType final : public ViewType {
 public:
  explicit JsonListType(const ViewType& element) : element_(element) {}

  ViewKind kind() const override { return ViewKind::list; }
  std::string_view name() const override { return "list"; }
  const ViewType* element() const override { return &element_; }
  bool is_truthy(const void* value) const override { return !value_at(value).empty(); }
  std::size_t size(const void* value) const override { return value_at(value).size(); }
  const void* at(const void* value, std::size_t index) const override {
    return &value_at(value)[index];
  }

 private:
  const ViewType& element_;
};

std::vector<std::string> keys_of(const json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

bool any(const std::vector<const json*>& samples, bool (json::*is_kind)() const noexcept) {
  return std::any_of(samples.begin(), samples.end(),
                     [&](const json* sample) { return (sample->*is_kind)(); });
}

const void* read_member(const void* object, const std::string& key) {
  const json& member = value_at(object).at(key);
  return member.is_null() ? nullptr : &member;
}

}  // namespace

/// Lists its fields when first asked, for they may be of its own type.
class JsonObjectType final : public ViewType {
 public:
  JsonObjectType(JsonViews& views, std::vector<std::string> keys)
      : views_(views), keys_(std::move(keys)) {}

  ViewKind kind() const override { return ViewKind::object; }
  std::string_view name() const override { return "object"; }
  std::span<const ViewField> fields() const override {
    if (!fields_) fields_ = views_.fields_of(keys_);
    return *fields_;
  }

 private:
  JsonViews& views_;
  std::vector<std::string> keys_;
  mutable std::optional<std::vector<ViewField>> fields_;
};

JsonViews::JsonViews(const json& data, std::set<std::string> html_names)
    : html_names_(std::move(html_names)) {
  collect(data);
  root_ = &infer({&data}, ".");
}

JsonViews::~JsonViews() = default;

void JsonViews::collect(const json& value) {
  if (value.is_object()) objects_[keys_of(value)].push_back(&value);
  if (!value.is_structured()) return;
  for (const json& inner : value) collect(inner);
}

const ViewType& JsonViews::infer(const Samples& samples, const std::string& name) {
  if (any(samples, &json::is_array)) return infer_list(samples);
  if (any(samples, &json::is_boolean)) return make<JsonFlagType>();
  for (const json* sample : samples) {
    if (sample->is_object()) return object_type(*sample);
  }
  return make<JsonTextType>(html_names_.contains(name) ? ViewKind::html : ViewKind::text);
}

const ViewType& JsonViews::infer_list(const Samples& samples) {
  Samples elements;
  for (const json* list : samples) {
    for (const json& element : *list) elements.push_back(&element);
  }
  return make<JsonListType>(infer(elements, "."));
}

const ViewType& JsonViews::object_type(const json& object) {
  const Keys keys = keys_of(object);
  const auto known = object_types_.find(keys);
  if (known != object_types_.end()) return *known->second;
  return *(object_types_[keys] = &make<JsonObjectType>(*this, keys));
}

std::vector<ViewField> JsonViews::fields_of(const Keys& keys) {
  std::vector<ViewField> fields;
  for (const std::string& key : keys) {
    Samples samples;
    for (const json* object : objects_.at(keys)) samples.push_back(&object->at(key));
    fields.push_back({key, "", &infer(samples, key), any(samples, &json::is_null),
                      [key](const void* object) { return read_member(object, key); }});
  }
  return fields;
}

template <class Type, class... Arguments>
const ViewType& JsonViews::make(Arguments&&... arguments) {
  return *types_.emplace_back(std::make_unique<Type>(std::forward<Arguments>(arguments)...));
}

}  // namespace opsg::released
