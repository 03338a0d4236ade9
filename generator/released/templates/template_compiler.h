#pragma once

#include <memory>
#include <string_view>

#include "diagnostic.h"
#include "template_program.h"
#include "template_set.h"
#include "view_type.h"

namespace opsg::released {

/// Compiles the template of that name, with all that it includes, for views of type `root`. Null
/// where there are errors: `template-missing`, `template-unknown-name`, `template-not-text`,
/// `template-unescaped-text`, `template-recursion`, or those that loading the set reported.
std::shared_ptr<const TemplateProgram> compile_template(const TemplateSet& set,
                                                        std::string_view name, const ViewType& root,
                                                        Diagnostics& diagnostics);

}  // namespace opsg::released
