#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::released {

/// What a template can do with a value: show it (text, number, html), ask for it (all), enter it
/// (object), repeat for it (list).
enum class ViewKind { text, number, html, flag, object, list };

class ViewType;

struct ViewField {
  std::string name;
  std::string doc;  ///< One line for whoever writes themes; may be empty.
  const ViewType* type = nullptr;
  bool optional = false;
  /// The field's value inside a view, or null where an optional one is absent.
  std::function<const void*(const void* view)> read;
};

/// Room for the digits of a number that is shown.
using NumberText = std::array<char, 24>;

/// The schema of one type of value together with the way to read such values. Values are passed
/// as `const void*`; only pointers to values of this type may be handed in.
class ViewType {
 public:
  virtual ~ViewType() = default;

  virtual ViewKind kind() const = 0;
  /// The view's name for objects, what the value is ("text", "number", ...) for the others.
  virtual std::string_view name() const = 0;
  /// Of an object: its fields as they were listed.
  virtual std::span<const ViewField> fields() const { return {}; }
  /// Of a list: the type of each element, asked for late because a view may hold itself.
  virtual const ViewType* element() const { return nullptr; }

  /// Whether a section on the value is rendered. False for false, 0, and what is empty.
  virtual bool is_truthy(const void*) const { return true; }
  /// Of a text, a number or HTML: what is shown. The view lives as long as value and scratch.
  virtual std::string_view text(const void*, NumberText& /*scratch*/) const { return {}; }
  virtual std::size_t size(const void* /*list*/) const { return 0; }
  virtual const void* at(const void* /*list*/, std::size_t /*index*/) const { return nullptr; }
};

const ViewType& text_view_type();  ///< Of std::string.
const ViewType& html_view_type();  ///< Of SafeHtml.
const ViewType& flag_view_type();  ///< Of bool.

std::string_view format_number(std::int64_t number, NumberText& scratch);
std::string_view format_number(std::uint64_t number, NumberText& scratch);

const ViewField* find_field(const ViewType& type, std::string_view name);

/// "text", "list of OwnerView", "DateView": for the themes' documentation.
std::string type_label(const ViewType& type);
/// "text", "a list of OwnerView", "a view (DateView)": for messages.
std::string type_phrase(const ViewType& type);

/// Every object type that can be reached from `root`, itself included, in the order of the fields.
std::vector<const ViewType*> reachable_views(const ViewType& root);

}  // namespace opsg::released
