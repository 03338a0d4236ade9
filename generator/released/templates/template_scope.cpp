#include "template_scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text.h"

namespace opsg::released {
namespace {

constexpr std::size_t kMaxListedNames = 12;

std::string list_names(const std::vector<std::string>& names) {
  if (names.empty()) return "no names are declared here";
  std::string out = "the names here are ";
  for (std::size_t i = 0; i < std::min(names.size(), kMaxListedNames); ++i) {
    out += (i == 0 ? "" : ", ") + names[i];
  }
  return names.size() > kMaxListedNames ? out + ", ..." : out;
}

std::string help_for(std::string_view name, const std::vector<std::string>& candidates) {
  const auto meant = nearest(name, candidates);
  return meant ? fmt::format("did you mean `{}`?", *meant) : list_names(candidates);
}

void add_names(std::vector<std::string>& names, const ViewType& type, const std::string& prefix) {
  for (const ViewField& field : type.fields()) {
    std::string name = prefix + field.name;
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!known) names.push_back(std::move(name));
  }
}

/// `known` is the part of the dotted name that was found, `part` the next one.
UnknownName unknown_part(std::string_view name, std::string_view known, std::string_view part,
                         const ViewType& type) {
  if (type.kind() != ViewKind::object) {
    return {fmt::format("`{}` is {} and has no names inside", known, type_phrase(type)),
            type.kind() == ViewKind::list ? fmt::format("enter it with {{{{#{}}}}}", known) : ""};
  }
  std::vector<std::string> candidates;
  add_names(candidates, type, std::string(known) + ".");
  return {fmt::format("`{}` has no `{}` ({})", known, part, type.name()),
          help_for(name, candidates)};
}

}  // namespace

TemplateScope TemplateScope::entering(const ViewType& type) const {
  TemplateScope inner = *this;
  std::erase(inner.types_, &type);
  inner.types_.push_back(&type);
  return inner;
}

tl::expected<ResolvedName, UnknownName> TemplateScope::resolve(std::string_view name) const {
  if (name == ".") return ResolvedName{types_.back(), {}, types_.back()};
  const auto parts = split(name, '.');
  const auto has_first = [&](const ViewType* type) { return find_field(*type, parts[0]); };
  const auto context = std::find_if(types_.rbegin(), types_.rend(), has_first);
  if (context == types_.rend()) return tl::unexpected(unknown(parts[0]));

  ResolvedName resolved{*context, {}, *context};
  for (std::string_view part : parts) {
    const ViewField* field = find_field(*resolved.type, part);
    if (!field) {
      const auto known = static_cast<std::size_t>(part.data() - name.data()) - 1;
      return tl::unexpected(unknown_part(name, name.substr(0, known), part, *resolved.type));
    }
    resolved.fields.push_back(field);
    resolved.type = field->type;
  }
  return resolved;
}

UnknownName TemplateScope::unknown(std::string_view name) const {
  std::vector<std::string> candidates;
  for (auto type = types_.rbegin(); type != types_.rend(); ++type) {
    add_names(candidates, **type, "");
  }
  return {fmt::format("no view here has `{}`", name), help_for(name, candidates)};
}

}  // namespace opsg::released
