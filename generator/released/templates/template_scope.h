#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "view_type.h"

namespace opsg::released {

/// A name that was found: the context that has it, the fields that lead from there to the value,
/// and the value's type.
struct ResolvedName {
  const ViewType* context = nullptr;
  std::vector<const ViewField*> fields;
  const ViewType* type = nullptr;
};

struct UnknownName {
  std::string message;
  std::string help;
};

/// The contexts in force at a place of a template, known by their types, innermost last.
///
/// A type stands in it once. An inner context of the same type hides every name of the outer one,
/// so that the outer can never be meant; this keeps the scopes of a recursive template finite.
class TemplateScope {
 public:
  explicit TemplateScope(const ViewType& root) : types_{&root} {}

  TemplateScope entering(const ViewType& type) const;
  /// Looks for "name", "dotted.name" or ".", the first part from the innermost context outwards.
  tl::expected<ResolvedName, UnknownName> resolve(std::string_view name) const;

  friend auto operator<=>(const TemplateScope&, const TemplateScope&) = default;

 private:
  UnknownName unknown(std::string_view name) const;

  std::vector<const ViewType*> types_;
};

}  // namespace opsg::released
