#pragma once

#include <concepts>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "safe_html.h"
#include "view_type.h"

namespace opsg::released {

/// The schema of a C++ type: std::string, SafeHtml, bool, an integer, a std::vector of these, or a
/// struct that lists its fields:
///
///   struct ActionView {
///     std::string id;
///     std::vector<OwnerView> owners;
///     static void describe(ViewFields<ActionView>& field) {
///       field("id", &ActionView::id, "as the committee writes it");
///       field("owners", &ActionView::owners);
///     }
///   };
///
/// A field may also be a std::optional of any of these, or a std::shared_ptr to a const one where
/// many pages share it. A view may hold a vector of itself.
template <class T>
const ViewType& view_type_of();

namespace view_detail {

template <class T>
struct FieldValue {
  using Type = T;
  static constexpr bool kOptional = false;
  static const void* read(const T& value) { return std::addressof(value); }
};

template <class T>
struct FieldValue<std::optional<T>> {
  using Type = T;
  static constexpr bool kOptional = true;
  static const void* read(const std::optional<T>& value) {
    return value ? std::addressof(*value) : nullptr;
  }
};

template <class T>
struct FieldValue<std::shared_ptr<const T>> {
  using Type = T;
  static constexpr bool kOptional = true;
  static const void* read(const std::shared_ptr<const T>& value) { return value.get(); }
};

/// The name of a struct without its namespaces, as it is written in the program. Both gcc and
/// clang spell it "[... V = opsg::released::ActionView...]" in the name of this function.
template <class V>
std::string_view view_name() {
  std::string_view name = __PRETTY_FUNCTION__;
  name.remove_prefix(name.find("V = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  return name.substr(name.rfind(':') + 1);
}

}  // namespace view_detail

/// Takes down the fields of a view, in the order in which they are to be documented.
template <class V>
class ViewFields {
 public:
  /// `member` may belong to a base of the view.
  template <class T, class Base>
  ViewFields& operator()(std::string_view name, T Base::*member, std::string_view doc = {}) {
    static_assert(std::derived_from<V, Base>);
    using Value = view_detail::FieldValue<T>;
    const auto read = [member](const void* view) -> const void* {
      return Value::read(static_cast<const V*>(view)->*member);
    };
    fields_.push_back({std::string(name), std::string(doc), &view_type_of<typename Value::Type>(),
                       Value::kOptional, read});
    return *this;
  }

  std::vector<ViewField> take() && { return std::move(fields_); }

 private:
  std::vector<ViewField> fields_;
};

namespace view_detail {

template <std::integral T>
class NumberViewType final : public ViewType {
 public:
  ViewKind kind() const override { return ViewKind::number; }
  std::string_view name() const override { return "number"; }
  bool is_truthy(const void* value) const override { return *static_cast<const T*>(value) != 0; }
  std::string_view text(const void* value, NumberText& scratch) const override {
    using Widest = std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>;
    return format_number(static_cast<Widest>(*static_cast<const T*>(value)), scratch);
  }
};

template <class T>
class ListViewType final : public ViewType {
 public:
  static_assert(!std::same_as<T, bool>, "std::vector<bool> holds no bools to point at");

  ViewKind kind() const override { return ViewKind::list; }
  std::string_view name() const override { return "list"; }
  const ViewType* element() const override { return &view_type_of<T>(); }
  bool is_truthy(const void* value) const override { return !list(value).empty(); }
  std::size_t size(const void* value) const override { return list(value).size(); }
  const void* at(const void* value, std::size_t index) const override {
    return std::addressof(list(value)[index]);
  }

 private:
  static const std::vector<T>& list(const void* value) {
    return *static_cast<const std::vector<T>*>(value);
  }
};

template <class V>
class ObjectViewType final : public ViewType {
 public:
  ViewKind kind() const override { return ViewKind::object; }
  std::string_view name() const override { return view_name<V>(); }
  std::span<const ViewField> fields() const override {
    static const std::vector<ViewField> fields = list_fields();
    return fields;
  }

 private:
  static std::vector<ViewField> list_fields() {
    ViewFields<V> fields;
    V::describe(fields);
    return std::move(fields).take();
  }
};

template <class T>
struct TypeOf {
  using Type = ObjectViewType<T>;
};

template <std::integral T>
struct TypeOf<T> {
  using Type = NumberViewType<T>;
};

template <class T>
struct TypeOf<std::vector<T>> {
  using Type = ListViewType<T>;
};

}  // namespace view_detail

template <class T>
const ViewType& view_type_of() {
  if constexpr (std::same_as<T, std::string>) {
    return text_view_type();
  } else if constexpr (std::same_as<T, SafeHtml>) {
    return html_view_type();
  } else if constexpr (std::same_as<T, bool>) {
    return flag_view_type();
  } else {
    static const typename view_detail::TypeOf<T>::Type type;
    return type;
  }
}

}  // namespace opsg::released
