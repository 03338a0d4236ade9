#include "template_set.h"

#include <utility>

#include "template_references.h"

namespace opsg::released {

TemplateSet TemplateSet::load(SourcePath folder, const std::vector<TemplateSource>& sources,
                              Diagnostics& diagnostics) {
  TemplateSet set;
  set.folder_ = std::move(folder);
  for (const TemplateSource& source : sources) {
    if (set.trees_.contains(source.name)) continue;
    set.trees_.emplace(source.name, parse_template(source, diagnostics));
  }
  check_template_references(set, diagnostics);
  return set;
}

const TemplateTree* TemplateSet::find(std::string_view name) const {
  auto found = trees_.find(name);
  if (found == trees_.end()) found = trees_.find(std::string(name) + ".html");
  return found == trees_.end() ? nullptr : &found->second;
}

std::vector<std::string> TemplateSet::names() const {
  std::vector<std::string> names;
  for (const auto& [name, tree] : trees_) names.push_back(name);
  return names;
}

}  // namespace opsg::released
