#pragma once

#include <string>

#include "diagnostic.h"
#include "source_span.h"
#include "template_ast.h"

namespace opsg::released {

struct TemplateSource {
  std::string name;  ///< What tags call it: the path below the theme's templates folder.
  SourcePath path;
  std::string text;
};

/// Parses one template to the Mustache specification with inheritance. Reports every
/// `template-syntax` error in it; the tree of a template with errors is marked broken.
TemplateTree parse_template(const TemplateSource& source, Diagnostics& diagnostics);

}  // namespace opsg::released
