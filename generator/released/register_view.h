#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fact_view.h"
#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

struct PlainRowView {
  std::string id;
  std::string anchor;
  std::string href;
  std::string title;
  std::vector<FactView> facts;

  static void describe(ViewFields<PlainRowView>& field) {
    field("id", &PlainRowView::id);
    field("anchor", &PlainRowView::anchor, "an id; empty where an earlier row has it");
    field("href", &PlainRowView::href, "the entry's page");
    field("title", &PlainRowView::title);
    field("facts", &PlainRowView::facts);
  }
};

/// A register of which nothing is known but its fields.
struct RegisterView {
  static constexpr std::string_view kTemplate = "register.html";

  PageView page;
  std::vector<PlainRowView> rows;

  static void describe(ViewFields<RegisterView>& field) {
    field("page", &RegisterView::page);
    field("rows", &RegisterView::rows);
  }
};

RegisterView make_register_view(const PageContext& context, const Register& reg);

}  // namespace opsg::released
