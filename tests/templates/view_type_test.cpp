#include "view_type.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "catch2.h"
#include "sample_views.h"
#include "view_fields.h"

namespace opsg::released {
namespace {

namespace nested {
struct InnerView {
  std::string text;
  static void describe(ViewFields<InnerView>& field) { field("text", &InnerView::text); }
};
}  // namespace nested

/// One line a field, as the themes' documentation lists them.
std::string list_fields(const ViewType& type) {
  std::string out;
  for (const ViewField& field : type.fields()) {
    out += field.name + ": " + (field.optional ? "optional " : "") + type_label(*field.type) + "\n";
  }
  return out;
}

std::string number_text(const ViewType& type, const void* number) {
  NumberText scratch;
  return std::string(type.text(number, scratch));
}

TEST_CASE("view types: a view's schema is what it lists") {
  const ViewType& type = view_type_of<ActionView>();
  CHECK(type.kind() == ViewKind::object);
  CHECK(type.name() == "ActionView");
  CHECK(list_fields(type) ==
        "id: text\n"
        "title: html\n"
        "open: flag\n"
        "owners: list of OwnerView\n"
        "target: optional DateView\n"
        "days_overdue: number\n");
  CHECK(type.fields().front().doc == "as the committee writes it");
}

TEST_CASE("view types: fields of a base and shared views are listed like others") {
  CHECK(list_fields(view_type_of<MeetingView>()) ==
        "site: optional SiteView\n"
        "heading: text\n"
        "date: DateView\n"
        "summary: html\n"
        "actions: list of ActionView\n"
        "agenda: list of ItemView\n"
        "parties: list of text\n"
        "notes: list of html\n"
        "place: optional text\n"
        "attendance: optional number\n"
        "held: flag\n");
}

TEST_CASE("view types: a type is one object, however it is reached") {
  const ViewField* owners = find_field(view_type_of<ActionView>(), "owners");
  REQUIRE(owners);
  CHECK(owners->type->element() == &view_type_of<OwnerView>());
  CHECK(find_field(view_type_of<ActionView>(), "owner") == nullptr);
}

TEST_CASE("view types: a view may hold itself") {
  const ViewField* items = find_field(view_type_of<ItemView>(), "items");
  REQUIRE(items);
  CHECK(items->type->element() == &view_type_of<ItemView>());
}

TEST_CASE("view types: namespaces do not show in the name") {
  CHECK(view_type_of<nested::InnerView>().name() == "InnerView");
}

TEST_CASE("view types: every view that a page can reach is listed once") {
  std::string names;
  for (const ViewType* type : reachable_views(view_type_of<MeetingView>())) {
    names += std::string(type->name()) + " ";
  }
  CHECK(names == "MeetingView SiteView DateView ActionView ItemView OwnerView ");
  CHECK(reachable_views(view_type_of<std::vector<std::string>>()).empty());
}

TEST_CASE("view types: values are read where they stand") {
  const ActionView action = sample_action();
  const ViewType& type = view_type_of<ActionView>();
  CHECK(find_field(type, "id")->read(&action) == &action.id);
  CHECK(find_field(type, "target")->read(&action) == &*action.target);
  CHECK(find_field(type, "target")->read(&static_cast<const ActionView&>(ActionView())) == nullptr);

  const ViewField* owners = find_field(type, "owners");
  CHECK(owners->type->size(owners->read(&action)) == 2);
  CHECK(owners->type->at(owners->read(&action), 1) == &action.owners[1]);
}

TEST_CASE("view types: numbers are shown in decimal digits, whatever their size") {
  const std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  const std::uint64_t highest = std::numeric_limits<std::uint64_t>::max();
  const std::uint8_t small = 65;
  CHECK(number_text(view_type_of<std::int64_t>(), &lowest) == "-9223372036854775808");
  CHECK(number_text(view_type_of<std::uint64_t>(), &highest) == "18446744073709551615");
  CHECK(number_text(view_type_of<std::uint8_t>(), &small) == "65");
}

TEST_CASE("view types: nested lists have a label") {
  CHECK(type_label(view_type_of<std::vector<std::vector<int>>>()) == "list of list of number");
}

}  // namespace
}  // namespace opsg::released
