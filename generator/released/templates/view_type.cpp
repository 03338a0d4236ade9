#include "view_type.h"

#include <algorithm>
#include <charconv>

#include "safe_html.h"

namespace opsg::released {
namespace {

class TextViewType final : public ViewType {
 public:
  ViewKind kind() const override { return ViewKind::text; }
  std::string_view name() const override { return "text"; }
  bool is_truthy(const void* value) const override { return !string(value).empty(); }
  std::string_view text(const void* value, NumberText&) const override { return string(value); }

 private:
  static const std::string& string(const void* value) {
    return *static_cast<const std::string*>(value);
  }
};

class HtmlViewType final : public ViewType {
 public:
  ViewKind kind() const override { return ViewKind::html; }
  std::string_view name() const override { return "html"; }
  bool is_truthy(const void* value) const override { return !html(value).empty(); }
  std::string_view text(const void* value, NumberText&) const override {
    return html(value).view();
  }

 private:
  static const SafeHtml& html(const void* value) { return *static_cast<const SafeHtml*>(value); }
};

class FlagViewType final : public ViewType {
 public:
  ViewKind kind() const override { return ViewKind::flag; }
  std::string_view name() const override { return "flag"; }
  bool is_truthy(const void* value) const override { return *static_cast<const bool*>(value); }
};

template <class Number>
std::string_view format(Number number, NumberText& scratch) {
  const auto [end, error] = std::to_chars(scratch.data(), scratch.data() + scratch.size(), number);
  return {scratch.data(), static_cast<std::size_t>(end - scratch.data())};
}

const ViewType& innermost(const ViewType& type) {
  const ViewType* inner = &type;
  while (inner->kind() == ViewKind::list) inner = inner->element();
  return *inner;
}

void add_view(std::vector<const ViewType*>& views, const ViewType& type) {
  const ViewType& view = innermost(type);
  if (view.kind() != ViewKind::object) return;
  if (std::find(views.begin(), views.end(), &view) != views.end()) return;
  views.push_back(&view);
}

}  // namespace

const ViewType& text_view_type() {
  static const TextViewType type;
  return type;
}

const ViewType& html_view_type() {
  static const HtmlViewType type;
  return type;
}

const ViewType& flag_view_type() {
  static const FlagViewType type;
  return type;
}

std::string_view format_number(std::int64_t number, NumberText& scratch) {
  return format(number, scratch);
}

std::string_view format_number(std::uint64_t number, NumberText& scratch) {
  return format(number, scratch);
}

const ViewField* find_field(const ViewType& type, std::string_view name) {
  const std::span<const ViewField> fields = type.fields();
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const ViewField& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::string type_label(const ViewType& type) {
  if (type.kind() != ViewKind::list) return std::string(type.name());
  return "list of " + type_label(*type.element());
}

std::string type_phrase(const ViewType& type) {
  switch (type.kind()) {
    case ViewKind::text:
    case ViewKind::html:
      return type_label(type);
    case ViewKind::object:
      return "a view (" + type_label(type) + ")";
    default:
      return "a " + type_label(type);
  }
}

std::vector<const ViewType*> reachable_views(const ViewType& root) {
  std::vector<const ViewType*> views;
  add_view(views, root);
  for (std::size_t i = 0; i < views.size(); ++i) {
    for (const ViewField& field : views[i]->fields()) add_view(views, *field.type);
  }
  return views;
}

}  // namespace opsg::released
