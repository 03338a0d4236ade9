#pragma once

#include <span>
#include <string>
#include <vector>

#include "page_context.h"
#include "page_view.h"
#include "site_config.h"

namespace opsg::released {

/// A field of an entry, by its title in site.toml.
struct FactView {
  std::string title;
  std::string text;
  std::vector<LinkView> links;
  std::string rag;

  static void describe(ViewFields<FactView>& field) {
    field("title", &FactView::title);
    field("text", &FactView::text, "the value; for parties too");
    field("links", &FactView::links, "the parties, where the value is parties");
    field("rag", &FactView::rag, "red, amber or green where the value is that");
  }
};

FactView fact(const PageContext& context, const RegisterDefinition& definition, const Field& field);
/// The fields in the order of site.toml.
std::vector<FactView> facts(const PageContext& context, const RegisterDefinition& definition,
                            std::span<const Field> fields);

}  // namespace opsg::released
