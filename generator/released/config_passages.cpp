#include "config_passages.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "labelled_passages.h"

namespace opsg::released {
namespace {

void read_register(const RegisterDefinition& definition, const std::string& path,
                   LabelledPassages& passages) {
  const auto add = [&](std::string_view what, std::string_view value) {
    passages.add(path, fmt::format("{}, {}", definition.name, what), value);
  };
  add("title", definition.title);
  for (const FieldDefinition& field : definition.fields) add("field " + field.name, field.title);
  for (const StateDefinition& state : definition.states) {
    add(state.closed ? "closed state" : "state", state.name);
  }
}

bool is_named(const ReferenceDefinition& definition, const Site& site) {
  return std::any_of(site.references.begin(), site.references.end(),
                     [&](const ReferencePage& page) { return page.definition == definition.name; });
}

}  // namespace

void read_site(const PageContext& context, const PassageSink& sink) {
  LabelledPassages passages(context, sink, "site", "fact");
  const SiteConfig& config = context.site.config;
  passages.add("", "Title", config.title);
  if (!config.description.empty()) passages.add("", "Description", config.description);
  passages.add("", "Committee", config.committee);
}

void read_registers(const PageContext& context, const PassageSink& sink) {
  LabelledPassages passages(context, sink, "registers", "fact");
  for (const RegisterDefinition& definition : context.site.config.registers) {
    read_register(definition, context.permalinks.register_index(definition), passages);
  }
}

void read_references(const PageContext& context, const PassageSink& sink) {
  LabelledPassages passages(context, sink, "references", "fact");
  for (const ReferenceDefinition& definition : context.site.config.references) {
    if (!is_named(definition, context.site)) continue;
    passages.add("references/", definition.name + ", title", definition.title);
    if (definition.link) {
      passages.add("references/", definition.name + ", link", *definition.link);
    }
  }
}

}  // namespace opsg::released
