#include "register_shape.h"

#include <algorithm>

namespace opsg::released {
namespace {

bool has(const RegisterDefinition& definition, FieldType type) {
  return std::any_of(definition.fields.begin(), definition.fields.end(),
                     [&](const FieldDefinition& field) { return field.type == type; });
}

}  // namespace

RegisterShape shape_of(const RegisterDefinition& definition) {
  if (definition.key_fields.empty()) {
    if (!definition.states.empty()) return RegisterShape::log;
    if (has(definition, FieldType::score)) return RegisterShape::scores;
    return RegisterShape::plain;
  }
  if (has(definition, FieldType::rag)) return RegisterShape::ratings;
  if (has(definition, FieldType::percentage) && has(definition, FieldType::period)) {
    return RegisterShape::measures;
  }
  return RegisterShape::plain;
}

}  // namespace opsg::released
