#include "fact_view.h"

#include "text.h"
#include "view_text.h"

namespace opsg::released {

FactView fact(const PageContext& context, const RegisterDefinition& definition,
              const Field& field) {
  const FieldDefinition* known = definition.find_field(field.name);
  FactView view;
  view.title = known ? known->title : capitalised(field.name);
  view.text = field_text(field);
  if (const auto* parties = std::get_if<PartyNames>(&field.value)) {
    view.links = party_links(context, parties->names);
  }
  if (const auto* rag = std::get_if<Rag>(&field.value)) view.rag = ascii_lower(rag_name(*rag));
  return view;
}

std::vector<FactView> facts(const PageContext& context, const RegisterDefinition& definition,
                            std::span<const Field> fields) {
  std::vector<FactView> views;
  for (const FieldDefinition& wanted : definition.fields) {
    for (const Field& field : fields) {
      if (field.name == wanted.name) views.push_back(fact(context, definition, field));
    }
  }
  return views;
}

}  // namespace opsg::released
