#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"

namespace opsg::released {

class TemplateSet;

/// Reports partials and parents that the set lacks (`template-unknown-partial`), and overrides of
/// blocks that neither the parent nor anything it includes has (`template-unknown-block`).
void check_template_references(const TemplateSet& set, Diagnostics& diagnostics);

/// The names, as the set has them, of these templates and of all that they include or extend.
std::set<std::string> reachable_templates(const TemplateSet& set,
                                          const std::vector<std::string_view>& roots);

}  // namespace opsg::released
